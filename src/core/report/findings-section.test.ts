import { expect, test } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import { writeFindings, type FindingsOfRound, type FindingSums } from './findings-section.ts'
import { openReportContext } from './report-context.ts'
import type { Report } from './report.ts'

const programme = sampleProgramme(9)
const analysis = sampleAnalysis(programme, 7)
const [first, second] = programme.stages.map(({ key }) => key)
if (first === undefined || second === undefined) throw new Error('the sample has two stages')

const sums = (stage: string, unit: string, more: Partial<FindingSums> = {}): FindingSums => ({
  stage,
  unit,
  found: 40,
  restored: 10,
  unverified: 5,
  notRestored: 15,
  underWay: 10,
  overdue: 4,
  putOffLate: 3,
  informed: 12,
  grounds: { impossible: 4, 'too-late': 3, 'citizen-declined': 3, 'nothing-to-restore': 5 },
  ...more,
})
const of = (...rows: FindingSums[]): FindingsOfRound => ({ asOf: '2026-11-20', sums: rows, fallenAway: 6 })

function figures(audience: Report['audience'], findings: FindingsOfRound) {
  const report = composeReport({ analysis, programme, audience, findings })
  return Object.fromEntries(
    Object.values(report.figures)
      .filter(({ id }) => id.startsWith('findings/'))
      .map(({ id, value }) => [id, value]),
  )
}

test('what became of the errors is summed by stage, by unit and over all, and the grounds with it', () => {
  const found = figures(
    'internal',
    of(sums(first, 'Nord'), sums(first, 'Syd'), sums(second, 'Nord', { found: 50 })),
  )
  expect(found).toMatchObject({
    [`findings/stage/${first}/found`]: 80,
    [`findings/stage/${second}/found`]: 50,
    'findings/unit/Nord/found': 90,
    'findings/unit/Syd/overdue': 4,
    'findings/all/putOffLate': 9,
    'findings/all/found': 130,
    'findings/all/informed': 36,
    'findings/ground/nothing-to-restore': 15,
    'findings/fallen-away': 6,
  })
})

test('the public edition names no unit', () => {
  const found = figures('public', of(sums(first, 'Nord'), sums(second, 'Syd')))
  expect(found['findings/all/found']).toBe(80)
  expect(Object.keys(found).filter((id) => id.includes('unit'))).toEqual([])
})

test('a small number takes its row and every sum that would give it away', () => {
  const found = figures('public', of(sums(first, 'Nord', { overdue: 1 }), sums(second, 'Nord')))
  const shown = Object.keys(found).filter((id) => found[id] !== null)
  expect(shown).toHaveLength(8)
  expect(shown.every((id) => id.startsWith(`findings/stage/${second}/`))).toBe(true)
})

test('where the sums are hidden no sentence speaks of them with gaps', () => {
  const words = (overdue: number) => {
    const context = openReportContext(analysis, programme, 'public')
    const section = writeFindings(context, of(sums(first, 'Nord', { overdue }), sums(second, 'Nord')))
    return JSON.stringify(section?.blocks.filter(({ kind }) => kind !== 'table'))
  }
  expect(words(4)).toContain('{findings/all/found}')
  expect(words(1)).not.toContain('{findings/')
})

test('a small ground hides all grounds, since their sum is told', () => {
  const grounds = { impossible: 1, 'too-late': 6, 'citizen-declined': 3, 'nothing-to-restore': 5 }
  const found = figures('public', of(sums(first, 'Nord', { grounds })))
  expect(found['findings/all/notRestored']).toBe(15)
  expect(found['findings/ground/too-late']).toBeNull()
})

test('a round without errors says so, and a report without the register says nothing', () => {
  const context = openReportContext(analysis, programme, 'internal')
  expect(writeFindings(context, undefined)).toBeNull()
  expect(writeFindings(context, of())?.blocks).toHaveLength(1)
})
