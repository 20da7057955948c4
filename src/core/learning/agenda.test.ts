import { expect, test } from 'vitest'
import { suggestAgenda, type AgendaMaterial } from './agenda.ts'
import { listDeclines } from './agenda-questions.ts'
import type { Change, ChangeClass } from '../analysis/analysis.ts'

const nothing: AgendaMaterial = {
  points: 0,
  failed: [],
  declines: [],
  findings: null,
  goals: 0,
  strengths: 0,
}
const question = (key: string, denominator = 3) => ({
  question: key,
  denominator,
  number: key,
  text: { da: `Om ${key}`, en: `On ${key}` },
})

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

test('a question that was asked in fewer than three cases is no item, however it went', () => {
  const failed = [question('two-of-two', 2), question('two-of-three')]
  const items = suggestAgenda({ ...nothing, failed, declines: [question('declined', 2)] })
  expect(items.map((item) => item.question)).toEqual(['two-of-three'])
})

test('nothing to talk about suggests nothing', () => {
  expect(suggestAgenda({ ...nothing, findings: { open: 0, overdue: 0 } })).toEqual([])
})

const row = (key: string, change: Change | null = null) => ({ question: key, change })

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
    row('signal', change('signal-down', -0.5)),
    row('small', change('declined', -0.2)),
    row('large', change('declined', -0.4)),
    row('chance', change('no-clear-change', -0.6)),
    row('up', change('signal-up', 0.4)),
    row('first-time'),
  ]
  expect(listDeclines(rows, 8).map((each) => each.question)).toEqual(['large', 'small', 'signal'])
  expect(listDeclines(rows, 1)).toHaveLength(1)
})
