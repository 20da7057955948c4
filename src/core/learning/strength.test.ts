import { expect, test } from 'vitest'
import type { Question } from '../programme/programme.ts'
import { canBeExample, isStrengthShown } from './strength.ts'

const question: Question = {
  key: 'U-1.1',
  number: '1.1',
  section: 1,
  text: { da: 'Er barnet hørt?', en: 'Was the child heard?' },
  legal: [],
  legalConfidence: 'memory',
  answerType: 'yes-no',
  expected: 'yes',
  baseline: true,
  escalates: false,
}
const given = (answer: 'yes' | 'no' | 'na' | null, value: string | null = null) => ({
  answer,
  value,
  derivedValue: null,
})

test('only an answer as the law asks is an example', () => {
  expect(canBeExample(question, given('yes'))).toBe(true)
  expect(canBeExample(question, given('no'))).toBe(false)
  expect(canBeExample(question, given('na'))).toBe(false)
  expect(canBeExample({ ...question, expected: 'no' }, given('no'))).toBe(true)
  expect(canBeExample(question, undefined)).toBe(false)
  expect(canBeExample({ ...question, escalates: true }, given('yes'))).toBe(false)
})

test('a question that no compliance is read from is an example once it is answered', () => {
  const open: Question = { ...question, expected: null, answerType: 'number' }
  expect(canBeExample(open, given(null, '3'))).toBe(true)
  expect(canBeExample(open, given(null))).toBe(false)
})

test('a review’s strength stays behind the seal until the round’s results are open', () => {
  const review = { stands: true, resultsOpen: true, anchor: false }
  expect(isStrengthShown({ withdrawn: false, review })).toBe(true)
  expect(isStrengthShown({ withdrawn: false, review: { ...review, resultsOpen: false } })).toBe(false)
  expect(isStrengthShown({ withdrawn: false, review: { ...review, stands: false } })).toBe(false)
  expect(isStrengthShown({ withdrawn: false, review: { ...review, anchor: true } })).toBe(false)
  expect(isStrengthShown({ withdrawn: true, review })).toBe(false)
  expect(isStrengthShown({ withdrawn: false, review: null })).toBe(true)
})
