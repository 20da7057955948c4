import { expect, test } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import type { CriticalRun } from './critical-section.ts'
import type { Report } from './report.ts'

const programme = sampleProgramme(9)
const done = (hours: number, inTime = true) => ({ hours, inTime })
const open = { hours: null, inTime: false }
const run = (hours: number, more: Partial<CriticalRun> = {}): CriticalRun => ({
  first: true,
  withdrawn: false,
  steps: { acknowledged: done(hours), acted: done(hours), confirmed: done(hours), accounted: done(hours) },
  ...more,
})

function compose(audience: Report['audience'], criticalCases?: readonly CriticalRun[]): Report {
  const analysis = sampleAnalysis(programme, 7)
  return composeReport({ analysis, programme, audience, ...(criticalCases && { criticalCases }) })
}
const values = (report: Report) =>
  Object.fromEntries(
    Object.values(report.figures)
      .filter(({ id }) => id.startsWith('critical/'))
      .map(({ id, value }) => [id, value]),
  )

test('critical cases are counted once, steps in time, late and not done, with the median time', () => {
  const late = { acknowledged: done(5, false), acted: done(6), confirmed: open, accounted: open }
  const figures = values(
    compose('internal', [
      run(1),
      run(2),
      run(3, { steps: late }),
      run(9, { first: false }),
      run(4, { withdrawn: true }),
    ]),
  )
  expect(figures).toMatchObject({
    'critical/cases': 4,
    'critical/withdrawn': 1,
    'critical/acknowledged/in-time': 3,
    'critical/acknowledged/late': 1,
    'critical/acknowledged/median-hours': 3.5,
    'critical/confirmed/open': 1,
    'critical/confirmed/median-hours': 2,
  })
})

test('the public edition hides all of it as soon as one number is small, and nothing when none is', () => {
  const many = [run(1), run(2), run(3), run(4)]
  expect(Object.values(values(compose('public', many))).every((value) => value !== null)).toBe(true)
  const one = { acknowledged: done(5, false), acted: done(6), confirmed: done(7), accounted: open }
  const hidden = values(compose('public', [...many, run(5, { steps: one })]))
  expect(Object.keys(hidden).length).toBeGreaterThan(10)
  expect(Object.values(hidden).every((value) => value === null)).toBe(true)
})

test('a round without critical cases says so, and a report without the register says nothing', () => {
  const keys = (report: Report) => report.sections.map(({ key }) => key)
  expect(keys(compose('public', []))).toContain('critical-cases')
  expect(values(compose('public', []))).toEqual({})
  expect(keys(compose('public'))).not.toContain('critical-cases')
})
