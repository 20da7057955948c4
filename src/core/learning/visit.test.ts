import { expect, test } from 'vitest'
import { refusalOfVisitAct, visitActs, visitState } from './visit.ts'

const day = '2026-11-20'
const on = (today: string, closedAs: 'held' | 'cancelled' | null = null) => ({
  state: visitState({ closedAs }),
  day,
  today,
})

test('a visit cannot be held before its day', () => {
  expect(refusalOfVisitAct('hold', on('2026-11-19'))).toBe('visit-not-yet')
  expect(refusalOfVisitAct('hold', on(day))).toBeNull()
  expect(refusalOfVisitAct('hold', on('2026-12-01'))).toBeNull()
})

test('once it was held, day and agenda stand, while minutes and attention points are finished', () => {
  const held = on('2026-12-01', 'held')
  expect(visitActs.filter((act) => refusalOfVisitAct(act, held) === null)).toEqual([
    'minutes',
    'point',
    'follow-up',
  ])
  expect(refusalOfVisitAct('agenda', held)).toBe('visit-held')
})

test('nothing is written into a cancelled visit', () => {
  for (const act of visitActs) expect(refusalOfVisitAct(act, on(day, 'cancelled'))).toBe('visit-cancelled')
})
