import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import { printReport } from './print-report.ts'
import type { Report } from './report.ts'

const programme = sampleProgramme(9)
const analysis = sampleAnalysis(programme, 1)

function printed(reviewed: number, audience: Report['audience']): string {
  const draws = [{ round: analysis.round, level: analysis.comparisonLevel, drawn: 140, reviewed }]
  return JSON.stringify(
    printReport(composeReport({ analysis: { ...analysis, draws }, programme, audience }), 'en'),
  )
}

describe('missing reviews in the report', () => {
  it.each(['internal', 'public'] as const)(
    'are told in the %s edition, and only where some miss',
    (audience) => {
      expect(printed(40, audience)).toContain('the figures presuppose that the rest are missing by chance')
      expect(printed(140, audience)).not.toContain('missing by chance')
    },
  )

  it('are told by number where a few missing cases cannot be told apart', () => {
    expect(printed(40, 'internal')).toContain('40 of 140 drawn cases are reviewed')
    expect(printed(139, 'internal')).toContain('139 of 140 drawn cases are reviewed')
    expect(printed(139, 'public')).toContain('not all drawn cases are reviewed')
  })

  it('stand before the figures where more than a tenth misses, else after them', () => {
    const places = (reviewed: number) => {
      const text = printed(reviewed, 'internal')
      return text.indexOf('missing by chance') < text.indexOf('An average case meets')
    }
    expect([places(40), places(139)]).toEqual([true, false])
  })
})
