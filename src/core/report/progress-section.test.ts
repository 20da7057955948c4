import { expect, test } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import { printReport } from './print-report.ts'
import type { InitiativeProgress, PlanProgress } from './progress-section.ts'
import type { Report } from './report.ts'

const programme = sampleProgramme(9)
const analysis = sampleAnalysis(programme, 7)

const initiative = (more: Partial<InitiativeProgress>): InitiativeProgress => ({
  title: 'Skabelon til partshøring',
  owner: 'Anna Holm',
  source: 'ombudsman',
  state: 'running',
  startsOn: '2026-01-15',
  endsOn: null,
  doneOn: null,
  late: false,
  aims: [],
  ...more,
})

const plan = (...initiatives: InitiativeProgress[]): PlanProgress => ({
  title: 'Handleplan {2.0}',
  label: '2.0',
  publishedOn: '2026-01-01',
  asOf: '2026-11-20',
  since: '2026-05-20',
  initiatives,
  family: { tested: 20, standingOut: 2, expectedByChance: 0.7 },
})

function compose(audience: Report['audience'], of: PlanProgress | null): Report {
  return composeReport({ analysis, programme, audience, plan: of })
}
function printed(audience: Report['audience'], of: PlanProgress | null): string {
  const section = printReport(compose(audience, of), 'da').sections.find(({ key }) => key === 'action-plan')
  return JSON.stringify(section)
}
const values = (report: Report) =>
  Object.fromEntries(
    Object.values(report.figures)
      .filter(({ id }) => id.startsWith('plan/'))
      .map(({ id, value }) => [id, value]),
  )

test('initiatives are counted by state, late ones beside, and those finished in the last half year apart', () => {
  const figures = values(
    compose(
      'internal',
      plan(
        initiative({ late: true }),
        initiative({ state: 'done', doneOn: '2026-05-20' }),
        initiative({ state: 'done', doneOn: '2026-05-19' }),
        initiative({ state: 'stopped' }),
        initiative({ state: 'planned' }),
      ),
    ),
  )
  expect(figures).toEqual({
    'plan/all': 5,
    'plan/running': 1,
    'plan/done': 2,
    'plan/done-lately': 1,
    'plan/stopped': 1,
    'plan/late': 1,
    'plan/tested': 20,
    'plan/standing-out': 2,
    'plan/by-chance': 0.7,
  })
})

test('what the figures did is said in the words of the results, and why where it cannot be', () => {
  const text = printed(
    'internal',
    plan(
      initiative({
        aims: [
          {
            aim: { da: '2.1 Partshøring', en: '2.1 Hearing' },
            composite: false,
            startWrittenLate: false,
            moved: { class: 'no-clear-change', before: '2025q4', after: '2026q2' },
            why: null,
          },
          {
            aim: { da: '3.4 Samtykke', en: '3.4 Consent' },
            composite: false,
            startWrittenLate: false,
            moved: null,
            why: { da: 'endnu ingen runde efter', en: '' },
          },
        ],
      }),
    ),
  )
  expect(text).toContain('2.1 Partshøring: Ingen klar ændring (4. kvartal 2025 → 2. kvartal 2026)')
  expect(text).toContain('3.4 Samtykke: endnu ingen runde efter')
})

test('says of each figure where its start was written when the results were known', () => {
  const aim = (startWrittenLate: boolean) => ({
    aim: { da: '2.1 Partshøring', en: '2.1 Hearing' },
    composite: false,
    startWrittenLate,
    moved: { class: 'improved', before: '2025q4', after: '2026q2' } as const,
    why: null,
  })
  const words = 'regnet fra den planlagte start'
  expect(printed('public', plan(initiative({ aims: [aim(true)] })))).toContain(words)
  expect(printed('public', plan(initiative({ aims: [aim(false)] })))).not.toContain(words)
})

test('the public edition names no owner', () => {
  expect(printed('internal', plan(initiative({})))).toContain('Anna Holm')
  expect(printed('public', plan(initiative({})))).not.toContain('Anna Holm')
})

test('without a published plan it says so, and a report from files says nothing', () => {
  expect(printed('internal', null)).toContain('ingen udgivet handleplan')
  const report = composeReport({ analysis, programme, audience: 'internal' })
  expect(report.sections.some(({ key }) => key === 'action-plan')).toBe(false)
})
