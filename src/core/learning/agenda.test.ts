import { expect, test } from 'vitest'
import { suggestAgenda, type AgendaMaterial } from './agenda.ts'
import { listDeclines, listMostFailed } from './agenda-questions.ts'
import type { Change, ChangeClass } from '../analysis/analysis.ts'

const nothing: AgendaMaterial = {
  points: 0,
  failed: [],
  declines: [],
  findings: null,
  goals: 0,
  strengths: 0,
}
const question = (key: string) => ({ question: key, number: key, text: { da: `Om ${key}`, en: `On ${key}` } })

test('an agenda begins with what was promised last time and what works, and ends with goals', () => {
  const items = suggestAgenda({
    points: 2,
    failed: [question('1.1')],
    declines: [question('2.1')],
    findings: { open: 3, overdue: 1 },
    goals: 1,
    strengths: 4,
  })
  expect(items.map(({ kind }) => kind)).toEqual([
    'attention',
    'strengths',
    'failed',
    'decline',
    'findings',
    'goals',
  ])
  expect(items[2]?.text).toEqual({ da: 'Spørgsmål 1.1: Om 1.1', en: 'Question 1.1: On 1.1' })
})

test('a question that both fails and declines stands once', () => {
  const items = suggestAgenda({ ...nothing, failed: [question('1.1')], declines: [question('1.1')] })
  expect(items).toHaveLength(1)
})

test('nothing to talk about suggests nothing', () => {
  expect(suggestAgenda({ ...nothing, findings: { open: 0, overdue: 0 } })).toEqual([])
})

const row = (
  key: string,
  numerator: number,
  denominator: number,
  upper: number | null,
  change: Change | null = null,
) => ({
  question: key,
  numerator,
  denominator,
  share: denominator === 0 ? null : numerator / denominator,
  interval: upper === null ? null : ([0, upper] as const),
  change,
})

test('eight errors in ten stand before one in one', () => {
  const rows = [row('one-of-one', 0, 1, 0.79), row('eight-of-ten', 2, 10, 0.51), row('all-well', 9, 9, 1)]
  expect(listMostFailed(rows, 8).map((each) => each.question)).toEqual(['eight-of-ten', 'one-of-one'])
})

test('most of a few stand before some of many, though these are more errors', () => {
  const rows = [row('ten-of-forty', 30, 40, 0.86), row('four-of-five', 1, 5, 0.62)]
  expect(listMostFailed(rows, 8).map((each) => each.question)).toEqual(['four-of-five', 'ten-of-forty'])
})

test('a question without an interval is not called failed', () => {
  expect(listMostFailed([row('few', 0, 1, null)], 8)).toEqual([])
})

const change = (kind: ChangeClass, difference: number): Change => ({
  difference,
  interval: null,
  p: 0.01,
  q: 0.05,
  chanceOfSignal: null,
  method: 'barnard',
  class: kind,
  classicalClass: 'decline',
})

test('clear declines come before signals, and what rose or may be chance is left out', () => {
  const rows = [
    row('signal', 3, 10, 0.6, change('signal-down', -0.5)),
    row('small', 5, 10, 0.8, change('declined', -0.2)),
    row('large', 5, 10, 0.8, change('declined', -0.4)),
    row('chance', 5, 10, 0.8, change('no-clear-change', -0.6)),
    row('up', 9, 10, 1, change('signal-up', 0.4)),
    row('first-time', 5, 10, 0.8),
  ]
  expect(listDeclines(rows, 8).map((each) => each.question)).toEqual(['large', 'small', 'signal'])
  expect(listDeclines(rows, 1)).toHaveLength(1)
})
