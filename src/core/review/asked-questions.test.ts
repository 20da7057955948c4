import { assert, constantFrom, dictionary, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerValue } from '../programme/programme.ts'
import { askedQuestions, formProgress, missingQuestions, type Conditioned } from './asked-questions.ts'
import { judgeSave, noContent } from './answer-content.ts'

/** a; b if a is no; c if b is yes or na; d. */
const form: readonly Conditioned[] = [
  { key: 'a', section: 1 },
  { key: 'b', section: 1, askedWhen: { question: 'a', answered: ['no'] } },
  { key: 'c', section: 2, askedWhen: { question: 'b', answered: ['yes', 'na'] } },
  { key: 'd', section: 2 },
]
const keys = (questions: readonly Conditioned[]) => questions.map(({ key }) => key).join('')
const answers = (given: Readonly<Record<string, AnswerValue>>) => new Map(Object.entries(given))

describe('the questions asked', () => {
  test.each([
    [{}, 'ad', 'ad'],
    [{ a: 'yes' }, 'ad', 'd'],
    [{ a: 'no' }, 'abd', 'bd'],
    [{ a: 'no', b: 'na' }, 'abcd', 'cd'],
    // c was answered before a was changed: b is not asked any more, so neither is c.
    [{ a: 'yes', b: 'yes', c: 'yes', d: 'no' }, 'ad', ''],
  ] as const)('with %o: %s, of them missing: %s', (given, asked, missing) => {
    expect(keys(askedQuestions(form, answers(given)))).toBe(asked)
    expect(keys(missingQuestions(form, answers(given)))).toBe(missing)
  })

  test('progress and missing questions always add up', () => {
    const value = constantFrom<AnswerValue>('yes', 'no', 'na')
    assert(
      property(dictionary(constantFrom('a', 'b', 'c', 'd'), value), (given) => {
        const { answered, asked } = formProgress(form, answers(given))
        expect(answered + missingQuestions(form, answers(given)).length).toBe(asked)
      }),
    )
  })
})

describe('a save', () => {
  const stored = { ...noContent, answer: 'yes', version: 4 } as const
  test.each([
    [undefined, { ...noContent, answer: 'no' }, 0, 'save'],
    [undefined, { ...noContent, answer: 'no' }, 2, 'outdated'],
    [undefined, noContent, 0, 'unchanged'],
    [stored, { ...noContent, answer: 'no' }, 4, 'save'],
    [stored, { ...noContent, answer: 'no' }, 3, 'outdated'],
    [stored, { ...noContent, answer: 'yes' }, 1, 'unchanged'],
    [stored, { ...stored, comment: 'x' }, 4, 'save'],
  ] as const)('onto %o of %o, having seen version %i: %s', (before, wanted, seen, outcome) => {
    expect(judgeSave(before, wanted, seen)).toBe(outcome)
  })
})
