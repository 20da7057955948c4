import { expect, test } from 'vitest'
import { smallProgramme } from '../../../test/support/small-programme.ts'
import { compareProgrammes } from './compare-programmes.ts'
import type { Programme, Question } from './programme.ts'

/** The small programme with the questions of its first stage replaced. */
function withFirst(change: (questions: readonly Question[]) => readonly Question[]): Programme {
  const [first, ...rest] = smallProgramme.stages
  if (first === undefined) throw new Error('the small programme has stages')
  return { ...smallProgramme, stages: [{ ...first, questions: change(first.questions) }, ...rest] }
}

test('a version differs from itself in nothing', () => {
  expect(compareProgrammes(smallProgramme, structuredClone(smallProgramme))).toEqual({
    added: 0,
    removed: 0,
    changed: 0,
  })
})

test('a dropped question is removed one way and added the other', () => {
  const shorter = withFirst((questions) => questions.slice(1))
  expect(compareProgrammes(smallProgramme, shorter)).toEqual({ added: 0, removed: 1, changed: 0 })
  expect(compareProgrammes(shorter, smallProgramme)).toEqual({ added: 1, removed: 0, changed: 0 })
})

test('a question whose expected answer turns is changed, and one that only moved is not', () => {
  const turned = withFirst((questions) =>
    questions.map((question, at) => (at === 0 ? { ...question, expected: 'no' } : question)),
  )
  expect(compareProgrammes(smallProgramme, turned).changed).toBe(1)
  const moved = withFirst((questions) => questions.toReversed())
  expect(compareProgrammes(smallProgramme, moved)).toEqual({ added: 0, removed: 0, changed: 0 })
})
