import { expect, test } from 'vitest'
import { laws } from '../../../../test/support/deadline-laws.ts'
import { at, moment } from '../judge-fixture.ts'
import { judgeCase } from '../judge-case.ts'
import { hourLimits, judgeAgainAt } from './judge-again.ts'

const limits = hourLimits(laws.list)

/** R01's state, moment by moment from `from`, each time asked when the one before said that it changes. */
function course(start: ReturnType<typeof at>, from: string): readonly string[] {
  const states: string[] = []
  for (let now: number | null = moment(from); now !== null && states.length < 10;) {
    const found = judgeCase(laws, [start], now).find(({ rule }) => rule === 'R01')
    if (found === undefined) throw new Error('no R01')
    states.push(`${found.state} ${new Date(now).toISOString().slice(0, 16)}`)
    now = judgeAgainAt(found, limits, now)
  }
  return states
}

test('a notification without a time of day runs, cannot be told for a day, and is open, each from its moment on', () => {
  expect(course(at('notification-received', '2026-03-02'), '2026-03-02 12:00')).toEqual([
    'running 2026-03-02T11:00',
    'cannot-tell 2026-03-02T23:00',
    'open 2026-03-03T23:00',
  ])
})

test('nothing changes in between where the time of day is known, or the state is settled', () => {
  expect(course(at('notification-received', '2026-03-02 09:00'), '2026-03-02 12:00')).toEqual([
    'running 2026-03-02T11:00',
  ])
  expect(course(at('notification-received', '2026-03-02'), '2026-03-09 12:00')).toEqual([
    'open 2026-03-09T11:00',
  ])
})

test('no state comes between the moments that are told', () => {
  const start = at('notification-received', '2026-03-02')
  const stateAt = (now: number) => judgeCase(laws, [start], now).find(({ rule }) => rule === 'R01')?.state
  const hour = 3_600_000
  for (let now = moment('2026-03-02 01:00'); now < moment('2026-03-05 01:00'); now += hour) {
    const found = judgeCase(laws, [start], now).find(({ rule }) => rule === 'R01')
    if (found === undefined) throw new Error('no R01')
    const next = judgeAgainAt(found, limits, now) ?? now
    for (let between = now; between < next; between += hour) expect(stateAt(between)).toBe(found.state)
  }
})
