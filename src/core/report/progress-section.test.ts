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
  endedOn: null,
  late: false,
  leftOutIn: null,
  aims: [],
  ...more,
})

const plan = (...initiatives: InitiativeProgress[]): PlanProgress => ({
  title: 'Handleplan {2.0}',
  label: '2.0',
  publishedOn: '2026-01-01',
  isLater: false,
  asOf: '2026-11-20',
  since: '2026-05-20',
  initiatives,
  family: { tested: 20, standingOut: 2, expectedByChance: 0.7 },
})

function compose(audience: Report['audience'], ...plans: PlanProgress[]): Report {
  return composeReport({ analysis, programme, audience, plans })
}
function printed(audience: Report['audience'], ...plans: PlanProgress[]): string {
  const section = printReport(compose(audience, ...plans), 'da').sections.find(
    ({ key }) => key === 'action-plan',
  )
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
        initiative({ state: 'done', endedOn: '2026-05-20' }),
        initiative({ state: 'done', endedOn: '2026-05-19' }),
        initiative({ state: 'stopped', endedOn: '2026-06-01' }),
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
            addedLate: null,
            takenOut: null,
            moved: { class: 'no-clear-change', before: '2025q4', after: '2026q2' },
            why: null,
          },
          {
            aim: { da: '3.4 Samtykke', en: '3.4 Consent' },
            composite: false,
            startWrittenLate: false,
            addedLate: null,
            takenOut: null,
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
    addedLate: null,
    takenOut: null,
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
  expect(printed('internal')).toContain('ingen udgivet handleplan')
  const report = composeReport({ analysis, programme, audience: 'internal' })
  expect(report.sections.some(({ key }) => key === 'action-plan')).toBe(false)
})

test('what was taken out stays in its place and says when, initiatives and aims alike, and is not counted as running', () => {
  const aim = {
    aim: { da: '2.1 Partshøring', en: '2.1 Hearing' },
    composite: false,
    startWrittenLate: false,
    addedLate: null,
    takenOut: '9.0',
    moved: { class: 'no-clear-change', before: '2025q4', after: '2026q2' } as const,
    why: null,
  }
  const of = plan(initiative({ aims: [aim] }), initiative({ title: 'Undervisning', leftOutIn: '3.5' }))
  const text = printed('public', of)
  expect(text).toContain('Ingen klar ændring (4. kvartal 2025 → 2. kvartal 2026) (taget ud i version 9.0)')
  expect(text).toContain('I gang; taget ud af planen i version 3.5')
  expect(values(compose('public', of))).toMatchObject({
    'plan/all': 1,
    'plan/running': 1,
    'plan/left-out': 1,
  })
})

test('an aim that was added when the results were known has no verdict and says so', () => {
  const aim = {
    aim: { da: '2.1 Partshøring', en: '2.1 Hearing' },
    composite: false,
    startWrittenLate: false,
    addedLate: '8.0',
    takenOut: null,
    moved: null,
    why: { da: 'kaldes hverken bedre eller dårligere', en: '' },
  }
  expect(printed('public', plan(initiative({ aims: [aim] })))).toContain(
    '2.1 Partshøring: kaldes hverken bedre eller dårligere, kom først med i version 8.0, da resultaterne var kendt',
  )
})

test('a new plan never takes the place of an earlier one', () => {
  const later = { ...plan(initiative({ title: 'Ny' })), title: 'Ny plan', isLater: true }
  const older = { ...plan(initiative({ title: 'Gammel' })), title: 'Gammel plan' }
  const text = printed('internal', older, later)
  expect(text).toContain('Gammel plan, version 2.0')
  expect(text).toMatch(/Ny plan, version 2\.0, udgivet [^"]*? Planen kom først efter rundens periode\./)
  expect(values(compose('internal', older, later))).toMatchObject({ 'plan/all': 1, 'plan/2/all': 1 })
})

test('an earlier plan whose initiatives all ended before the half year stays in one line', () => {
  const settled = (endedOn: string) => ({
    ...plan(initiative({ title: 'Gammel', state: 'done', endedOn })),
    title: 'Gammel plan',
  })
  const old = printed('internal', plan(initiative({})), settled('2026-05-19'))
  expect(old).toContain('Gammel plan, version 2.0')
  expect(old).toContain('Alle indsatser var afsluttet før 20. maj 2026. Færdige: 1. Stoppet: 0.')
  expect(old).not.toContain('"Gammel"')
  expect(printed('internal', plan(initiative({})), settled('2026-05-20'))).toContain('Gammel"')
})
