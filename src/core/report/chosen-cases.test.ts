import { expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'

const programme = sampleProgramme(9)
const analysis = sampleAnalysis(programme, 1)

function timesSaid(generalises: boolean): number {
  const levels = analysis.levels.map((level) => ({ ...level, generalises }))
  const report = composeReport({ analysis: { ...analysis, levels }, programme, audience: 'public' })
  return JSON.stringify(report).split('valgt efter dato, ikke ved lodtrækning').length - 1
}

it('the report says beside the trends and among the limits that a date chose the cases, and only then', () => {
  expect(timesSaid(false)).toBe(2)
  expect(timesSaid(true)).toBe(0)
})
