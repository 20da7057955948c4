import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import type { AnswerValue } from '../programme/programme.ts'
import { analyse } from './analyse.ts'
import type { ApartReview } from './apart-review.ts'

const roles = ['area-manager', 'unit-lawyer'] as const

function forms(caseId: string, a: AnswerValue, b: AnswerValue, level = 2): ApartReview {
  const answers = [new Map([['F-1', a]]), new Map([['F-1', b]])] as const
  return { caseId, stage: 'first', level, reviewers: roles, answers }
}

function agreementOf(apart: readonly ApartReview[]) {
  const merged = ['a', 'b', 'c', 'd'].flatMap((caseId) => review(caseId, ['yes'], { level: 2 }))
  const analysed = analyse({ programme: smallProgramme, round: 'now', answers: merged, apart })
  if (!analysed.ok) throw new Error('not analysed')
  return analysed.value.agreement
}

describe('two who reviewed apart at one level', () => {
  it('are a pair of that level, by their roles, from what each said before they merged', () => {
    const apart = [forms('a', 'yes', 'yes'), forms('b', 'yes', 'no'), forms('c', 'yes', 'na')]
    const rows = agreementOf(apart)
    expect(rows.find(({ question }) => question === 'F-1')).toMatchObject({
      pair: [2, 2],
      reviewers: roles,
      stage: 'first',
      cases: 3,
      n: 2,
      same: 1,
      notApplicable: 1,
      higherStricter: 1,
      lowerStricter: 0,
    })
    expect(rows.filter(({ question, stage }) => question === null && stage === null)).toHaveLength(1)
  })

  it('give the same figures whatever the order of their cases', () => {
    const apart = [forms('a', 'yes', 'yes'), forms('b', 'yes', 'no'), forms('d', 'no', 'no')]
    expect(agreementOf(apart.toReversed())).toStrictEqual(agreementOf(apart))
  })

  it('count only where the merged review does', () => {
    expect(agreementOf([forms('never-submitted', 'yes', 'no'), forms('a', 'no', 'no', 1)])).toEqual([])
  })
})
