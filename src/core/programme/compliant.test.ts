import { expect, test } from 'vitest'
import { isCompliant, startsCriticalCase } from './compliant.ts'
import type { Question } from './programme.ts'

const question: Question = {
  key: 'X',
  number: '1',
  section: 1,
  text: { da: 'x', en: 'x' },
  legal: [],
  legalConfidence: 'memory',
  answerType: 'yes-no',
  expected: 'yes',
  baseline: false,
  escalates: false,
}

test('the expected answer is compliant and the other is not, also where no is expected', () => {
  expect([isCompliant(question, 'yes'), isCompliant(question, 'no')]).toEqual([true, false])
  const reversed: Question = { ...question, expected: 'no' }
  expect([isCompliant(reversed, 'yes'), isCompliant(reversed, 'no')]).toEqual([false, true])
})

test('not applicable is neither, and so is every answer to a question without expected answer or with an alarm', () => {
  expect(isCompliant(question, 'na')).toBeNull()
  expect(isCompliant({ ...question, expected: null }, 'yes')).toBeNull()
  expect(isCompliant({ ...question, expected: 'no', escalates: true }, 'no')).toBeNull()
})

test('only an unexpected answer to an alarm starts a critical case', () => {
  const alarm: Question = { ...question, expected: 'no', escalates: true }
  expect(['yes', 'no', 'na'].map((answer) => startsCriticalCase(alarm, answer as 'yes'))).toEqual([
    true,
    false,
    false,
  ])
  expect(startsCriticalCase(question, 'no')).toBe(false)
})
