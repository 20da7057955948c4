import { expect, test } from 'vitest'
import { visitsAround } from './visits-around.ts'

const today = '2026-11-22'
const at = (day: string, closedAs: 'held' | 'cancelled' | null) => ({ day, closedAs })
const daysOf = (visits: Parameters<typeof visitsAround>[0]) => {
  const { last, next, unnoted } = visitsAround(visits, today)
  return [last?.day, next?.day, unnoted?.day]
}

test('a planned visit whose day has passed is none to come, also where one was held that day', () => {
  expect(daysOf([at('2026-11-01', null), at('2026-11-01', 'held')])).toEqual([
    '2026-11-01',
    undefined,
    '2026-11-01',
  ])
})

test('of several ahead the next is the nearest, today included, and cancelled ones are none', () => {
  const visits = [
    at('2026-12-24', null),
    at('2026-12-01', null),
    at('2026-11-30', 'cancelled'),
    at(today, null),
    at('2026-11-10', 'cancelled'),
    at('2026-11-09', 'held'),
    at('2026-10-01', 'held'),
  ]
  expect(daysOf(visits)).toEqual(['2026-11-09', today, undefined])
  expect(daysOf(visits.filter(({ day }) => day !== today))).toEqual(['2026-11-09', '2026-12-01', undefined])
})

test('without visits there is none of them', () => {
  expect(daysOf([])).toEqual([undefined, undefined, undefined])
})
