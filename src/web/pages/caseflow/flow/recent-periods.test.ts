import { expect, test } from 'vitest'
import { findWeek } from '../../../../core/caseflow/flow/flow-period.ts'
import { lastOver, neighboursOf, recentPeriods } from './recent-periods.ts'

test('a report opens on the last period that is over, by Danish clocks', () => {
  // Sunday 22 November 2026, 23:30 and 00:30 the next day in Denmark.
  const [sunday, monday] = [Date.parse('2026-11-22T22:30:00Z'), Date.parse('2026-11-22T23:30:00Z')]
  expect([sunday, monday].map((now) => lastOver('week', now).name)).toEqual(['2026-W46', '2026-W47'])
  expect(lastOver('month', Date.parse('2026-12-31T23:30:00Z')).name).toBe('2026-12')
})

test('the running period is offered first, and week 53 where there is one', () => {
  const names = recentPeriods('week', Date.parse('2027-01-12T10:00:00Z')).map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['2027-W02', '2027-W01', '2026-W53'])
})

test('nothing follows a period that is not over', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const of = (name: string) => {
    const week = findWeek(name)
    if (week === undefined) throw new Error(`${name} is no week`)
    const { previous, next } = neighboursOf('week', week, now)
    return [previous.name, next?.name]
  }
  expect(of('2026-W47')).toEqual(['2026-W46', undefined])
  expect(of('2026-W01')).toEqual(['2025-W52', '2026-W02'])
})
