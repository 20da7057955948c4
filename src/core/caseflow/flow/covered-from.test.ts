import { expect, test } from 'vitest'
import { dayNumber } from '../../calendar/day-number.ts'
import { startOfDay } from '../../calendar/danish-time.ts'
import { compileFlow } from './compile-flow.ts'
import type { FlowCase } from './flow-case.ts'
import { monthOf, weekOf } from './flow-period.ts'
import { findWindow, type FlowWindow } from './flow-window.ts'
import { reportMonth, reportWeek } from './report-cases.ts'

const flow = compileFlow([])
const now = startOfDay(dayNumber(2026, 11, 23))
const last = weekOf(dayNumber(2026, 11, 16))

function windowOf(period: FlowWindow['period']): FlowWindow {
  const window = findWindow(period, now)
  if (window === undefined) throw new Error('not begun')
  return window
}

/** Received, each in a case of its own, that many days before the last week's Monday; undecided. */
const received = (...daysBefore: readonly number[]): readonly FlowCase[] =>
  daysBefore.map((days, at) => ({
    caseId: String(at),
    firstDay: last.from - days,
    facts: [
      {
        kind: 'received',
        key: 'new',
        from: last.from - days,
        to: null,
        outcome: null,
        unit: '',
        planOn: null,
        planDue: null,
      },
    ],
    deadlines: [],
  }))

const seriesIn = (cases: readonly FlowCase[], key: string) => {
  const found = reportWeek(cases, flow, windowOf(last)).series.find((series) => series.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

test('weeks before the first event have no data, nor has the week it lies in the middle of', () => {
  // The first event is on the Wednesday of the fourth week before; nothing came in two weeks before.
  const { points, median } = seriesIn(received(26, 21, 21, 20, 7, 0), 'received')
  expect(points.slice(-6).map(({ value }) => value)).toEqual([null, null, 3, 0, 1, 1])
  expect(points.slice(0, -4).every(({ value }) => value === null)).toBe(true)
  expect(median).toBe(1)
})

test('a first event on the first day of a week leaves nothing of the week out', () => {
  const { points } = seriesIn(received(14, 0), 'received')
  expect(points.slice(-4).map(({ value }) => value)).toEqual([null, 1, 0, 1])
})

test('a municipality that has just begun is not told that its level has moved', () => {
  const weekly = Array.from({ length: 14 }, (_, week) =>
    Array.from({ length: 5 + (week % 3) }, () => week * 7),
  ).flat()
  const { verdict } = seriesIn(received(...weekly), 'received')
  expect(verdict.state === 'judged' ? verdict.signals : []).toEqual([])
})

test('one stray old event leaves the weeks after it without data', () => {
  const many = Array.from({ length: 44 }, (_, at) => at % 22)
  const { points } = seriesIn(received(...many, 7 * 20), 'received')
  const values = points.slice(-20).map(({ value }) => value)
  expect(values.slice(0, 15).every((value) => value === null)).toBe(true)
  expect(values.at(-1)).toBeGreaterThan(0)
})

test('a quiet month is covered, as long as it holds a tenth of the fullest', () => {
  const many = Array.from({ length: 10 }, (_, at) => 7 + at)
  expect(
    seriesIn(received(...many, 7 * 10), 'received')
      .points.slice(-10, -8)
      .map(({ value }) => value),
  ).toEqual([0, 0])
})

test('without any event there is no data at all', () => {
  expect(seriesIn([], 'received')).toMatchObject({ median: null, verdict: { state: 'too-few', points: 0 } })
})

test('months before the first event have no data', () => {
  const month = monthOf(dayNumber(2026, 10, 1))
  const cases: readonly FlowCase[] = [
    { caseId: 'A', firstDay: dayNumber(2026, 8, 12), facts: [], deadlines: [] },
  ]
  const measures = { start: new Set(['begun']), end: new Set<string>(), types: [] }
  const { series } = reportMonth(cases, { ...flow, measures }, windowOf(month))
  const counts = series.filter(({ kind }) => kind === 'count')
  expect(counts).not.toEqual([])
  for (const { points } of counts)
    expect(points.slice(-4).map(({ value }) => value)).toEqual([null, null, 0, 0])
})

test('a series with a median of nought gets no verdict, as no week can lie below it', () => {
  const { verdict } = seriesIn(
    received(...Array.from({ length: 13 }, (_, at) => at * 7), 26 * 7),
    'cases-closed',
  )
  expect(verdict).toEqual({ state: 'at-edge', edge: 'least' })
})

test('the share that became an assessment has the number undecided in each week', () => {
  const { points } = seriesIn(received(14, 7, 7, 0), 'assessed-share')
  expect(points.slice(-4).map(({ undecided }) => undecided)).toEqual([null, 1, 2, 1])
})
