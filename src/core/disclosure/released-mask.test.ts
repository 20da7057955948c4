import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesWith, editionsOf, programmeOf, roundOf } from '../../../test/support/disclosure-editions.ts'
import type { AnswerValue } from '../programme/programme.ts'
import { auditDisclosure } from './audit-disclosure.ts'

const twelve = programmeOf([12], 5)
/** So many of 20 cases against each of the first questions, none against the others of twelve. */
const round = (...no: readonly number[]) => [
  casesWith(20, [...no, ...Array.from({ length: 12 - no.length }, () => 0)]),
]
const shareOf = (question: string) => `question/s0/${question}/level-2/all/share`
const baselineOf = (question: string) => `question/s0/${question}/level-2/all/baseline`

describe('the mask of earlier editions', () => {
  // In b two of s0-0 are secret; s0-1 is withheld beside it, because two of it were in a.
  const rounds = { a: round(10, 2), b: round(2, 8) }
  const first = editionsOf(twelve, rounds).published
  const later = { b: rounds.b, c: round(10, 8) }

  it('keeps a row of the round before withheld, where it would give away what was hidden beside it', () => {
    expect(first.figures['composite/s0/level-2/all/share']).toMatchObject({ withheld: false })
    const unmasked = editionsOf(twelve, later).published
    expect(unmasked.figures[baselineOf('s0-1')]).toMatchObject({ withheld: false })
    expect(auditDisclosure(unmasked, [first], 5).narrowed).toContainEqual({
      round: 'b',
      stage: 's0',
      question: 's0-0',
      cell: 'no',
      low: 0,
      high: 2,
    })
    const masked = editionsOf(twelve, later, [first]).published
    expect(masked.figures[baselineOf('s0-1')]).toMatchObject({ withheld: true, value: null })
    expect(auditDisclosure(masked, [first], 5).narrowed).toStrictEqual([])
  })

  it('shows it again where it hides nothing beside it', () => {
    const alone = editionsOf(twelve, { a: round(10, 2), b: round(10, 8) }).published
    expect(alone.figures[shareOf('s0-1')]).toMatchObject({ withheld: true })
    const next = editionsOf(twelve, { b: round(10, 8), c: round(10, 8) }, [alone]).published
    expect(next.figures[baselineOf('s0-1')]).toMatchObject({ withheld: false, numerator: 12 })
  })

  it('stays over a round that is released again corrected', () => {
    const once = editionsOf(twelve, { now: round(10, 2) }).published
    const again = editionsOf(twelve, { now: round(10, 6) }, [once]).published
    expect(again.figures[shareOf('s0-1')]).toMatchObject({ withheld: true })
    expect(again.figures[shareOf('s0-0')]).toMatchObject({ withheld: false })
  })

  it('leaves nothing to be found over three rounds, each compared with the last', () => {
    const yesNo = fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'no')
    const any = fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'no', 'na')
    const three = (answers: fc.Arbitrary<AnswerValue>) =>
      fc.tuple(roundOf([4, 2], answers), roundOf([4, 2], answers), roundOf([4, 2], answers))
    fc.assert(
      fc.property(fc.constantFrom(3, 5), fc.oneof(three(yesNo), three(any)), (smallCell, [a, b, c]) => {
        const programme = programmeOf([4, 2], smallCell)
        const one = editionsOf(programme, { a }).published
        const two = editionsOf(programme, { a, b }, [one]).published
        const last = editionsOf(programme, { b, c }, [one, two]).published
        expect(auditDisclosure(two, [one], smallCell).narrowed).toStrictEqual([])
        expect(auditDisclosure(last, [one, two], smallCell).narrowed).toStrictEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
