import { describe, expect, it } from 'vitest'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import { bh } from '../statistics/bh.ts'
import type { Analysis } from './analysis.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'

/** Twelve cases a unit and round; the units' shares of compliant answers spread evenly around each other. */
function manyUnits(units: number, rising: number): Analysis {
  const answers: Answer[] = []
  for (let unit = 0; unit < units; unit++)
    for (const round of ['before', 'now'])
      for (let at = 0; at < 12; at++) {
        const met = round === 'now' && unit < rising ? at < 11 : at < 5 + (unit % 2)
        const answer = met ? 'yes' : 'no'
        answers.push(
          ...review(`${round}-${unit}-${at}`, [answer, met ? 'no' : 'yes', 'no', answer], {
            round,
            unit: `U${unit}`,
          }),
        )
      }
  const result = analyse({ programme: smallProgramme, round: 'now', baseline: 'before', answers })
  if (!result.ok) throw new Error('refused')
  return result.value
}

const qsOf = (rows: readonly { readonly change: Analysis['composites'][number]['change'] }[]) =>
  rows.flatMap(({ change }) => (change?.p == null ? [] : [change.q]))
const psOf = (rows: readonly { readonly change: Analysis['composites'][number]['change'] }[]) =>
  rows.flatMap(({ change }) => (change?.p == null ? [] : [change.p]))

describe('comparisons that are read side by side', () => {
  const analysis = manyUnits(8, 1)
  const units = analysis.composites.filter(({ unit, stage }) => unit !== null && stage === null)

  it('are adjusted together: all units as one family', () => {
    expect(units).toHaveLength(8)
    expect(qsOf(units)).toStrictEqual(bh(psOf(units)))
    const questions = analysis.questions.filter(({ unit, inBaselineSet }) => unit !== null && inBaselineSet)
    expect(qsOf(questions)).toStrictEqual(bh(psOf(questions)))
  })

  it('call no unit a clear rise by its own p alone', () => {
    const clear = units.filter(({ change }) => change?.class === 'improved' || change?.class === 'declined')
    expect(clear.map(({ unit }) => unit)).toStrictEqual(['U0'])
    expect(clear.every(({ change }) => (change?.q ?? 1) <= 0.1)).toBe(true)
    const unadjusted = units.filter(({ change }) => change?.q === null && change.p !== null)
    expect(unadjusted).toStrictEqual([])
  })

  it('leave alone only the one composite that was chosen beforehand', () => {
    const alone = analysis.composites.filter(
      ({ change }) => change !== null && change.q === null && change.p !== null,
    )
    expect(alone.map(({ unit, stage, level }) => [unit, stage, level])).toStrictEqual([[null, null, 2]])
  })
})
