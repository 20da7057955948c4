import { describe, expect, test } from 'vitest'
import type { Question } from '../programme/programme.ts'
import { noContent, type AnswerContent } from './answer-content.ts'
import { checkContent, longestText, writeNumber } from './check-content.ts'

const grade = { da: 'grad', en: 'grade' }
type Typed = Pick<Question, 'key' | 'answerType' | 'grades' | 'derived'>
const questions: Readonly<Record<string, Typed>> = {
  'yes-no': { key: 'q', answerType: 'yes-no' },
  graded: { key: 'q', answerType: 'graded', grades: [grade, grade, grade] },
  derived: { key: 'q', answerType: 'graded', grades: [grade, grade], derived: [{ grade: 1, when: [] }] },
  number: { key: 'q', answerType: 'number' },
  date: { key: 'q', answerType: 'date' },
  text: { key: 'q', answerType: 'text' },
}
const codes = (type: string, content: Partial<AnswerContent>) => {
  const question = questions[type]
  if (question === undefined) throw new Error(type)
  return checkContent(question, { ...noContent, ...content }).map(({ code }) => code)
}

describe('an answer', () => {
  test.each([
    ['yes-no', { answer: 'na' }],
    ['graded', { value: '3' }],
    ['derived', { value: '2', overrideReason: 'Akten viser mere.' }],
    ['derived', { comment: 'Følger reglen.' }],
    ['number', { value: '-12.5' }],
    ['number', { value: '0' }],
    ['date', { value: '2024-02-29' }],
    ['text', { value: 'x'.repeat(longestText) }],
    ['text', { comment: 'Svar følger.' }],
  ] as const)('of type %s may be %o', (type, content) => {
    expect(codes(type, content)).toEqual([])
  })

  test.each([
    ['yes-no', { value: '1' }, 'not-yes-no-value'],
    ['yes-no', { answer: 'no', overrideReason: 'nej' }, 'not-yes-no-value'],
    ['graded', { answer: 'yes' }, 'wrong-kind'],
    ['graded', { value: '0' }, 'wrong-value'],
    ['graded', { value: '4' }, 'wrong-value'],
    ['graded', { value: '1', overrideReason: 'fordi' }, 'nothing-to-override'],
    ['derived', { value: '1' }, 'override-incomplete'],
    ['derived', { overrideReason: 'fordi' }, 'override-incomplete'],
    ['derived', { value: '3', overrideReason: 'fordi' }, 'wrong-value'],
    ['number', { value: '1,5' }, 'wrong-value'],
    ['number', { value: '1e3' }, 'wrong-value'],
    ['number', { value: '007' }, 'wrong-value'],
    ['date', { value: '2023-02-29' }, 'wrong-value'],
    ['date', { value: '0202-02-02' }, 'wrong-value'],
    ['date', { value: '2024-1-1' }, 'wrong-value'],
    ['text', { value: '  ' }, 'wrong-value'],
    ['text', { value: 'x'.repeat(longestText + 1) }, 'wrong-value'],
  ] as const)('of type %s may not be %o', (type, content, code) => {
    expect(codes(type, content)).toEqual([code])
  })
})

test.each([
  ['12,5', '12.5'],
  [' 1.234,50 ', '1234.5'],
  ['-0', '0'],
  ['1200', '1200'],
  ['12 kr.', undefined],
  ['', undefined],
  ['1e30', undefined],
  ['0,0000001', undefined],
])('a number typed as "%s" is kept as %s', (typed, kept) => {
  expect(writeNumber(typed)).toBe(kept)
})
