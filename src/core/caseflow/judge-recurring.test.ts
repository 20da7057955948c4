import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfDay } from '../calendar/danish-time.ts'
import { dayNumberOf } from '../calendar/day-number.ts'
import { judgeCase } from './judge-case.ts'
import { at, judged, smallRule } from './judge-fixture.ts'

const visits = smallRule('recurring', 'start: [a], event: [b], count: 2, limit: { months: 12 }, stop: [c]')
const followUps = smallRule('recurring', 'event: [b], limit: { months: 6 }, stop: [c]')
const onDays = (...days: readonly string[]) => days.map((day) => at('b', day))

test('two visits in the first year and two in every twelve months after each visit', () => {
  const events = [at('a', '2022-01-15'), ...onDays('2022-05-01', '2022-11-01', '2023-04-20', '2023-12-01')]
  expect(judged(visits, events, '2024-01-01')).toEqual([
    'met, due 2023-01-15',
    'met, due 2023-05-01',
    // From 1 November 2022 on only one visit came within twelve months.
    'late by 30, due 2023-11-01',
    'running, due 2024-04-20',
    'running, due 2024-12-01',
  ])
})

test('with too short a history the window is not over', () => {
  expect(judged(visits, [at('a', '2024-01-15'), ...onDays('2024-03-01')], '2024-06-01')).toEqual([
    'running, due 2025-01-15',
    'running, due 2025-03-01',
  ])
})

test('a visit where no placement is known of cannot be told, its own windows can', () => {
  expect(judged(visits, onDays('2024-01-01', '2024-06-01', '2024-12-01'), '2024-12-31')).toEqual([
    'cannot-tell, a',
    'met, due 2025-01-01',
    'running, due 2025-06-01',
    'running, due 2025-12-01',
  ])
})

test('two visits on one day are one', () => {
  const events = [at('a', '2024-01-01'), at('b', '2024-03-01 09:00'), at('b', '2024-03-01 10:00')]
  expect(judged(visits, events, '2024-12-31')).toEqual(['running, due 2025-01-01', 'running, due 2025-03-01'])
})

test('when it ends in time nothing more is asked, and what was late stays late', () => {
  expect(judged(visits, [at('a', '2024-01-01'), at('c', '2024-12-31')], '2025-06-01')).toEqual([
    'not-applicable, stopped',
  ])
  expect(judged(visits, [at('a', '2024-01-01'), at('c', '2025-01-11')], '2025-06-01')).toEqual([
    'late by 10, due 2025-01-01, stopped',
  ])
})

test('after the end a visit is nothing to tell, and a new placement starts anew', () => {
  const ended = [at('a', '2024-01-01'), at('c', '2024-02-01')]
  expect(judged(visits, [...ended, ...onDays('2024-02-05')], '2025-06-01')).toEqual([
    'not-applicable, stopped',
  ])
  expect(judged(visits, [...ended, at('a', '2024-03-01')], '2024-06-01')).toEqual([
    'not-applicable, stopped',
    'running, due 2025-03-01',
  ])
})

test('a move from one place to the next on one day ends the one and starts the other', () => {
  const events = [at('a', '2024-01-01'), at('c', '2024-06-01'), at('a', '2024-06-01')]
  expect(judged(visits, events, '2024-07-01')).toEqual(['not-applicable, stopped', 'running, due 2025-06-01'])
})

test('what begins and ends on one day asks nothing', () => {
  expect(judged(visits, [at('a', '2024-01-01'), at('c', '2024-01-01')], '2026-01-01')).toEqual([
    'not-applicable, stopped',
  ])
})

test('each follow-up sets the next one’s clock going', () => {
  expect(judged(followUps, onDays('2023-08-31', '2024-02-29', '2024-09-02'), '2025-03-05')).toEqual([
    'met, due 2024-02-29',
    'late by 4, due 2024-08-29',
    'open by 3, due 2025-03-02',
  ])
})

test('the first window may begin at the first event after the start', () => {
  const rule = smallRule('recurring', 'start: [a], fromStart: false, event: [b], limit: { months: 6 }, stop: [c]')
  const events = [at('a', '2024-01-01'), ...onDays('2024-03-01')]
  expect(judged(rule, events, '2024-07-01')).toEqual(['running, due 2024-09-01'])
  expect(judged(rule, [...events, at('c', '2024-04-01'), ...onDays('2024-04-02')], '2026-01-01')).toEqual([
    'not-applicable, stopped',
  ])
}) // prettier-ignore

test('siblings placed in one case are visited each by themselves', () => {
  const of = (child: string) => ({ child })
  const events = [
    at('a', '2024-01-01', of('Ada')),
    at('a', '2024-01-01', of('Bo')),
    at('b', '2024-03-01', of('Ada')),
    at('b', '2024-04-01'),
  ]
  expect(judged(visits, events, '2025-01-02').toSorted()).toEqual([
    'met, due 2025-01-01',
    'open by 1, due 2025-01-01',
    'running, due 2025-03-01',
    'running, due 2025-04-01',
    'running, due 2025-04-01',
  ])
})

test('a window is found too empty exactly where one is, wherever it begins', () => {
  const rule = smallRule('recurring', 'start: [a], event: [b], count: 2, limit: { days: 100 }')
  const first = dayNumberOf('2023-01-01')
  const onDay = (kind: string, day: number) => ({ ...at(kind, '2023-01-01'), day: first + day })
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 14 })
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 500 }), (visited, today) => {
      const known = visited.filter((day) => day <= today)
      // Every window of a hundred days that is over.
      const isEmpty = Array.from({ length: Math.max(0, today - 100) }, (_, from) => from).some(
        (from) => known.filter((day) => day > from && day <= from + 100).length < 2,
      )
      const found = judgeCase(
        rule,
        [onDay('a', 0), ...visited.map((day) => onDay('b', day))],
        startOfDay(first + today),
      )
      expect(found.some(({ state }) => state === 'late' || state === 'open')).toBe(isEmpty)
    }),
    { numRuns: 1000 },
  )
})
