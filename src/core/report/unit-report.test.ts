import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleAnalysis, sampleUnits } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { listUsedFigures } from './assert-report.ts'
import { composeReport } from './compose-report.ts'
import { printReport } from './print-report.ts'

const programme = sampleProgramme(9)

test('a unit’s report names no other unit, and says of its own what the whole report says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...sampleUnits), (seed, unit) => {
      const input = { analysis: sampleAnalysis(programme, seed), programme, audience: 'internal' } as const
      const report = composeReport({ ...input, unit })
      const whole = composeReport(input)
      const words = JSON.stringify([printReport(report, 'da'), printReport(report, 'en')])
      const others = sampleUnits.filter((each) => each !== unit)
      expect(others.filter((each) => words.includes(each))).toEqual([])
      expect(words).toContain(unit)
      expect(listUsedFigures(report).filter((id) => report.figures[id] === undefined)).toEqual([])
      const shared = Object.keys(report.figures).filter((id) => whole.figures[id] !== undefined)
      expect(shared.length).toBeGreaterThan(5)
      expect(shared.map((id) => report.figures[id])).toEqual(shared.map((id) => whole.figures[id]))
    }),
    { numRuns: 20 },
  )
})

test('what succeeds stands before what failed, and one or two cases are no “always”', () => {
  const analysis = sampleAnalysis(programme, 7)
  const [unit = ''] = sampleUnits
  const of = (denominator: number) => ({
    ...analysis,
    questions: analysis.questions.map((result) =>
      result.unit === unit ? { ...result, numerator: denominator, denominator, share: 1 } : result,
    ),
  })
  const sectionOf = (denominator: number) => {
    const { sections } = composeReport({ analysis: of(denominator), programme, audience: 'internal', unit })
    const keys = sections.map(({ key }) => key)
    expect(keys.indexOf('unit-strengths')).toBeLessThan(keys.indexOf('unit-worth-looking'))
    return sections.find(({ key }) => key === 'unit-strengths')?.blocks.map(({ kind }) => kind)
  }
  expect(sectionOf(2)).toEqual(['paragraph'])
  expect(sectionOf(3)).toEqual(['table'])
})
