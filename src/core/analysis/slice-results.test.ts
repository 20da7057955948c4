import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAnswers, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { listUnitComposites, sliceResults } from './slice-results.ts'

const anyAnalysis: fc.Arbitrary<Analysis> = anyAnswers(['before', 'now']).map((answers) => {
  const checked = analyse({ programme: smallProgramme, round: 'now', baseline: 'before', answers })
  if (!checked.ok) throw new Error(checked.problems[0]?.code)
  return checked.value
})

test('a slice of a unit holds no row of another unit or level', () => {
  fc.assert(
    fc.property(anyAnalysis, fc.constantFrom('A', 'B'), (analysis, unit) => {
      const { questions, composites, themes, stages, levelComparisons } = sliceResults(analysis, unit)
      const rows = [...questions, ...composites, ...themes, ...stages]
      expect(rows.filter((row) => row.unit !== unit || row.level !== 2)).toEqual([])
      expect(levelComparisons.filter((row) => row.unit !== unit)).toEqual([])
    }),
  )
})

test("the municipality's slice counts its classes as the analysis does, and a unit's as its own questions say", () => {
  fc.assert(
    fc.property(anyAnalysis, (analysis) => {
      expect(sliceResults(analysis, null).summary).toEqual(analysis.summary)
      for (const unit of ['A', 'B']) {
        const { summary, questions } = sliceResults(analysis, unit)
        const compared = questions.filter(({ inBaselineSet, change }) => inBaselineSet && change !== null)
        expect(summary.compared).toBe(compared.length)
        expect(summary.classes.improved).toBe(
          compared.filter(({ change }) => change?.class === 'improved').length,
        )
      }
    }),
  )
})

test('the comparison of units has one row a unit, over all stages', () => {
  fc.assert(
    fc.property(anyAnalysis, (analysis) => {
      const units = listUnitComposites(analysis).map(({ unit }) => unit)
      expect(new Set(units).size).toBe(units.length)
      const reviewed = analysis.stages.filter(({ stage, unit }) => stage === null && unit !== null)
      expect(new Set(units)).toEqual(new Set(reviewed.map(({ unit }) => unit)))
    }),
  )
})
