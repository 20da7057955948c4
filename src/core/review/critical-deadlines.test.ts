import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CriticalCase } from './critical-case.ts'
import {
  criticalDeadlines,
  minutesLeft,
  overdueSteps,
  stepsLeft,
  usualCriticalLimits,
} from './critical-deadlines.ts'
import { chooseHandlers } from './critical-handlers.ts'
import { danishMidnight } from './danish-midnight.ts'
import { workingDaysAfter } from './working-days.ts'

const iso = (deadlines: ReturnType<typeof criticalDeadlines>) =>
  Object.values(deadlines).map((due) => due.toISOString())

test('the usual deadlines of a report on a winter morning', () => {
  // Tuesday 10 March 2026, 10:00 in Denmark; the fifth working day is Tuesday the 17th.
  const due = criticalDeadlines(new Date('2026-03-10T09:00:00Z'), '2026-03-10', usualCriticalLimits, false)
  expect(iso(due)).toEqual([
    '2026-03-10T11:00:00.000Z',
    '2026-03-10T23:00:00.000Z',
    '2026-03-11T09:00:00.000Z',
    '2026-03-17T23:00:00.000Z',
  ])
})

test('a report late at night leaves time to act, and holidays and summer time count right', () => {
  // Friday 27 March 2026, 23:30; summer time begins on the 29th, Maundy Thursday is 2 April, Easter Monday the 6th.
  const due = criticalDeadlines(new Date('2026-03-27T22:30:00Z'), '2026-03-27', usualCriticalLimits, false)
  expect(iso(due)).toEqual([
    '2026-03-28T00:30:00.000Z',
    '2026-03-28T06:30:00.000Z',
    '2026-03-28T22:30:00.000Z',
    '2026-04-08T22:00:00.000Z',
  ])
  expect(workingDaysAfter('2026-03-27', 1, true)).toBe('2026-03-28')
})

test('a day begins at midnight in Denmark, in winter, in summer and when the clocks change', () => {
  expect(danishMidnight('2026-01-05').toISOString()).toBe('2026-01-04T23:00:00.000Z')
  expect(danishMidnight('2026-07-05').toISOString()).toBe('2026-07-04T22:00:00.000Z')
  expect(danishMidnight('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(danishMidnight('2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(danishMidnight('2026-10-25').toISOString()).toBe('2026-10-24T22:00:00.000Z')
  expect(danishMidnight('2026-10-26').toISOString()).toBe('2026-10-25T23:00:00.000Z')
})

test('no deadline lies before the report, and the time left is never negative', () => {
  const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, instant, (start, now) => {
      const day = new Date(start.getTime() + 3_600_000).toISOString().slice(0, 10)
      for (const due of Object.values(criticalDeadlines(start, day, usualCriticalLimits, false))) {
        expect(due.getTime()).toBeGreaterThan(start.getTime())
        const left = minutesLeft(due, start, now)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(minutesLeft(due, start, start))
      }
    }),
  )
})

test('overdue is what is not done when its time has come', () => {
  const start = new Date('2026-03-10T09:00:00Z')
  const due = criticalDeadlines(start, '2026-03-10', usualCriticalLimits, false)
  const reported: CriticalCase = { state: 'reported', startedAt: start }
  expect(overdueSteps(reported, due, new Date('2026-03-10T10:59:59Z'))).toEqual([])
  expect(overdueSteps(reported, due, new Date('2026-03-10T11:00:00Z'))).toEqual(['acknowledged'])
  const acknowledged: CriticalCase = { state: 'acknowledged', startedAt: start, acknowledgedAt: start }
  expect(overdueSteps(acknowledged, due, new Date('2026-03-11T10:00:00Z'))).toEqual(['acted', 'confirmed'])
  const withdrawn: CriticalCase = { state: 'withdrawn', withdrawnAt: start, before: reported }
  expect(stepsLeft(withdrawn)).toEqual([])
})

const handler = (person: string, { away = false, barred = false } = {}) => ({ person, away, barred })

test('the manager is told always; who stands in is told when the manager is away or had a part in the case', () => {
  const [boss, lawyer, director] = [handler('boss'), handler('lawyer'), handler('director')]
  expect(chooseHandlers([[boss], [lawyer], [director]])).toEqual(['boss'])
  expect(chooseHandlers([[handler('boss', { away: true })], [lawyer], [director]])).toEqual([
    'boss',
    'lawyer',
  ])
  expect(chooseHandlers([[handler('boss', { barred: true })], [lawyer], [director]])).toEqual([
    'boss',
    'lawyer',
  ])
  expect(chooseHandlers([[], [], [director]])).toEqual(['director'])
})

test('somebody is told wherever there is anybody, and a person who can close the case where one is there', () => {
  const link = fc.array(
    fc.record({ person: fc.constantFrom('a', 'b', 'c', 'd'), away: fc.boolean(), barred: fc.boolean() }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.array(link, { maxLength: 3 }), (chain) => {
      const told = chooseHandlers(chain)
      const all = chain.flat()
      expect(told.length > 0).toBe(all.length > 0)
      const able = all.filter(({ away, barred }) => !away && !barred).map(({ person }) => person)
      expect(told.some((person) => able.includes(person))).toBe(able.length > 0)
    }),
  )
})
