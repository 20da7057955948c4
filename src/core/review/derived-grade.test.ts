import { assert, constantFrom, dictionary, property, pre } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DerivedCondition, DerivedRule } from '../programme/programme.ts'
import type { Conditioned } from './asked-questions.ts'
import { formProgress, missingQuestions } from './asked-questions.ts'
import { derivedGrades } from './derived-grade.ts'

const no = (...questions: string[]): DerivedCondition => ({ questions, atLeast: 1, answered: ['no'] })
const rating: readonly DerivedRule[] = [
  { grade: 1, when: [no('a')] },
  { grade: 2, when: [{ questions: ['b', 'c', 'd'], atLeast: 2, answered: ['no'] }] },
  { grade: 3, when: [] },
]
/** c is asked only when b is no. */
const form: readonly Conditioned[] = [
  { key: 'a', section: 1 },
  { key: 'b', section: 1 },
  { key: 'c', section: 1, askedWhen: { question: 'b', answered: ['no'] } },
  { key: 'd', section: 1 },
  { key: 'rating', section: 2, derived: rating },
  {
    key: 'overall',
    section: 2,
    derived: [
      { grade: 1, when: [{ questions: ['rating'], atLeast: 1, grades: [1, 2] }] },
      { grade: 2, when: [] },
    ],
  },
]
const grades = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(derivedGrades(form, new Map(Object.entries(given))))

describe('a derived grade', () => {
  test.each([
    ['nothing is answered', {}, {}],
    ['the first rule fits already', { a: 'no' }, { rating: 1, overall: 1 }],
    ['the first rule is out and the second may still fit', { a: 'yes', b: 'no' }, {}],
    ['enough of several are so', { a: 'yes', b: 'no', d: 'no' }, { rating: 2, overall: 1 }],
    ['a question that is not asked counts as not so', { a: 'yes', b: 'yes' }, { rating: 3, overall: 2 }],
    ['too few of several are so', { a: 'yes', b: 'no', c: 'na', d: 'yes' }, { rating: 3, overall: 2 }],
    ['another rating it builds on is overridden', { a: 'no', rating: '3' }, { rating: 1, overall: 2 }],
  ])('when %s', (_, given, expected) => {
    expect(grades(given)).toEqual(expected)
  })

  test('never changes by answering what was missing', () => {
    const answers = dictionary(constantFrom('a', 'b', 'd'), constantFrom('yes', 'no', 'na'))
    const more = dictionary(constantFrom('c', 'd'), constantFrom('yes', 'no'))
    assert(
      property(answers, more, (given, added) => {
        const before = grades(given)
        const after = grades({ ...added, ...given })
        for (const [key, grade] of Object.entries(before)) expect(after[key]).toBe(grade)
      }),
    )
  })

  test('is never missing and never counted: nobody fills it in', () => {
    const given = new Map([
      ['a', 'yes'],
      ['b', 'yes'],
    ])
    expect(missingQuestions(form, given).map(({ key }) => key)).toEqual(['d'])
    expect(formProgress(form, given)).toEqual({ answered: 2, asked: 3 })
  })

  test('is there for every complete form', () => {
    const answers = dictionary(constantFrom('a', 'b', 'c', 'd'), constantFrom('yes', 'no', 'na'))
    assert(
      property(answers, (given) => {
        pre(missingQuestions(form, new Map(Object.entries(given))).length === 0)
        expect(Object.keys(grades(given))).toEqual(['rating', 'overall'])
      }),
    )
  })
})
