import { expect, test } from 'vitest'
import { submissionChanges } from './submission-changes.ts'

const said = (question: string, answer: 'yes' | 'no' | 'na', comment: string | null = null) => ({
  question,
  answer,
  comment,
  evidenceReference: null,
  evidenceDate: null,
})

test('what changed is told in the order of the form, with what came, went and was only reworded', () => {
  const before = [said('c', 'yes'), said('a', 'no', 'first'), said('b', 'yes'), said('gone', 'no')]
  const after = [said('a', 'no', 'second'), said('b', 'yes'), said('c', 'no'), said('new', 'na')]
  expect(submissionChanges(['a', 'b', 'c', 'gone', 'new'], before, after)).toEqual([
    { question: 'a', before: 'no', after: 'no', notes: true },
    { question: 'c', before: 'yes', after: 'no', notes: false },
    { question: 'gone', before: 'no', after: null, notes: false },
    { question: 'new', before: null, after: 'na', notes: false },
  ])
})
