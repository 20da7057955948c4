import { expect, test } from 'vitest'
import { noContent, type AnswerContent } from './answer-content.ts'
import { submissionChanges } from './submission-changes.ts'

const given = (content: Partial<AnswerContent>, derivedValue: string | null = null) => ({
  ...noContent,
  ...content,
  derivedValue,
})
const said = (question: string, answer: 'yes' | 'no' | 'na', comment: string | null = null) => ({
  question,
  ...given({ answer, comment }),
})
const form = (keys: readonly string[], answerType: 'yes-no' | 'graded' | 'number' = 'yes-no') =>
  keys.map((key) => ({ key, answerType }))

test('what changed is told in the order of the form, with what came, went and was only reworded', () => {
  const before = [said('c', 'yes'), said('a', 'no', 'first'), said('b', 'yes'), said('gone', 'no')]
  const after = [said('a', 'no', 'second'), said('b', 'yes'), said('c', 'no'), said('new', 'na')]
  const changes = submissionChanges(form(['a', 'b', 'c', 'gone', 'new']), before, after)
  expect(
    changes.map(({ before: a, after: b, ...rest }) => ({ ...rest, before: a?.answer, after: b?.answer })),
  ).toEqual([
    { question: 'a', before: 'no', after: 'no', answer: false, notes: true },
    { question: 'c', before: 'yes', after: 'no', answer: true, notes: false },
    { question: 'gone', before: 'no', after: undefined, answer: true, notes: false },
    { question: 'new', before: undefined, after: 'na', answer: true, notes: false },
  ])
})

test('a value, a grade that follows otherwise, and an override of the same grade are changes; another way of writing a number is none', () => {
  const before = [
    { question: 'n', ...given({ value: '2.5' }) },
    { question: 'm', ...given({ value: '3' }) },
    { question: 'g', ...given({}, '1') },
    { question: 'o', ...given({}, '2') },
  ]
  const after = [
    { question: 'n', ...given({ value: '2.50' }) },
    { question: 'm', ...given({ value: '4' }) },
    { question: 'g', ...given({}, '2') },
    { question: 'o', ...given({ value: '2', overrideReason: 'Akten siger det.' }, '1') },
  ]
  const questions = [...form(['n', 'm'], 'number'), ...form(['g', 'o'], 'graded')]
  expect(submissionChanges(questions, before, after)).toMatchObject([
    { question: 'm', before: { value: '3' }, after: { value: '4' }, answer: true, notes: false },
    { question: 'g', before: { derivedValue: '1' }, after: { derivedValue: '2' }, answer: true },
    {
      question: 'o',
      before: { value: null, derivedValue: '2' },
      after: { value: '2', derivedValue: '1', overrideReason: 'Akten siger det.' },
      answer: false,
      notes: true,
    },
  ])
})
