import { expect, test } from 'vitest'
import { sampleAnalysis, sampleUnits } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from '../../core/report/compose-report.ts'
import { printReport } from '../../core/report/print-report.ts'
import { slideParts } from './slide-parts.ts'

test('the slides of a unit’s meeting show its figures, what succeeds and what to look at', () => {
  const programme = sampleProgramme(9)
  const [unit = ''] = sampleUnits
  const report = composeReport({
    analysis: sampleAnalysis(programme, 7),
    programme,
    audience: 'internal',
    unit,
  })
  const titles = slideParts(printReport(report, 'da')).map(({ title }) => title)
  expect(titles[0]).toBe('Enhedens tal')
  for (const wanted of ['Det, der lykkes', 'Værd at se på sammen'])
    expect(titles.join('\n')).toContain(wanted)
})
