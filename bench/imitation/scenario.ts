import type { Level, Programme, Question, Selection } from '../../src/core/programme/programme.ts'

/** How often a level errs against the highest one: finds compliant what is not, and the reverse. */
export interface Errors {
  readonly lenient: number
  readonly strict: number
}

export interface Scenario {
  readonly name: string
  readonly stages: number
  readonly questions: number
  readonly units: number
  readonly caseworkersPerUnit: number
  /** Mean number of finished stages per caseworker and month, at least one. */
  readonly load: number
  /** Per level from 1: cases per unit and stage (level 2), per unit (above); level 1 takes one per caseworker and month. */
  readonly perUnitStage: number
  readonly perUnit: readonly [number, number]
  /**
   * Level 1: one case per caseworker and month; everything (levels above are then drawn without regard to units); or so many cases per
   * unit, by a risk that foretells the file.
   */
  readonly lowest: 'caseworkers' | 'census' | 'risk'
  /** Chance that a file is not to be had by any level, so that its reviews are missing. */
  readonly late?: number
  /** Chance that a case is of the second of two stages; absent: all are as frequent. */
  readonly rare?: number
  /** The analysis is given the frame, which tells which stages the unseen cases are of. */
  readonly tellsFrame?: true
  /** Levels 1 to 3; level 4 never errs, it is the measure. */
  readonly errors: readonly [Errors, Errors, Errors]
  readonly casework: Casework
}

/** What the files are like, before anybody reviews them. Effects are on the logit scale. */
export interface Casework {
  /** Mean of the questions' ease: 1.2 gives shares of .35 to .95, 3.4 mostly over .9. */
  readonly ease: number
  /** Standard deviation between caseworkers. */
  readonly caseworkers: number
  /** What every further case in a caseworker's month takes from the quality of all of them. */
  readonly haste: number
  /** Chance that a question applies to a case, spread evenly over the questions between these. */
  readonly applies: readonly [number, number]
}

const common: Casework = { ease: 1.2, caseworkers: 0, haste: 0, applies: [0.9, 0.9] }

const copenhagen = {
  stages: 6,
  questions: 8,
  units: 6,
  caseworkersPerUnit: 38,
  load: 2,
  perUnitStage: 3.4,
  perUnit: [10, 5],
  lowest: 'caseworkers',
  casework: common,
} as const

const good = [
  { lenient: 0.12, strict: 0.04 },
  { lenient: 0.08, strict: 0.03 },
  { lenient: 0.04, strict: 0.02 },
] as const
const realistic = [
  { lenient: 0.55, strict: 0.08 },
  { lenient: 0.35, strict: 0.06 },
  { lenient: 0.2, strict: 0.05 },
] as const
const poor = [
  { lenient: 0.85, strict: 0.12 },
  { lenient: 0.75, strict: 0.15 },
  { lenient: 0.65, strict: 0.2 },
] as const
/** As alike as one can hope for: in most of level 4's files no lower level differs from it. */
const nearPerfect = [
  { lenient: 0.03, strict: 0.006 },
  { lenient: 0.02, strict: 0.004 },
  { lenient: 0.01, strict: 0.002 },
] as const
/** One stage, so that level 4 sees enough of each question for an estimate. */
const oneStage = { ...copenhagen, stages: 1, questions: 10, perUnitStage: 20, perUnit: [10, 5] } as const
const small = {
  ...oneStage,
  units: 2,
  caseworkersPerUnit: 8,
  load: 1.2,
  perUnitStage: 14,
  perUnit: [10, 7],
} as const

/** Cases per unit where level 1 is drawn by risk. */
const drawnByRisk = 40

/** Two stages, of which few cases are of the second; level 1 is drawn without regard to stages, and most of it is certain. */
const untold = {
  ...small,
  stages: 2,
  rare: 0.15,
  perUnitStage: 12,
} as const

export const scenarios: readonly Scenario[] = [
  { ...copenhagen, name: 'good lower levels', errors: good },
  { ...copenhagen, name: 'realistic lower levels', errors: realistic },
  { ...copenhagen, name: 'poor lower levels', errors: poor },
  { ...oneStage, name: 'one stage, good', errors: good },
  { ...oneStage, name: 'one stage, realistic', errors: realistic },
  { ...small, name: 'small municipality, good', errors: good },
  { ...small, name: 'small municipality, realistic', errors: realistic },
  { ...small, name: 'small municipality, poor', errors: poor },
  {
    ...oneStage,
    name: 'most of a small population',
    units: 2,
    caseworkersPerUnit: 10,
    load: 1.3,
    perUnitStage: 50,
    perUnit: [45, 15],
    lowest: 'census',
    errors: realistic,
  },
  {
    ...copenhagen,
    name: 'unlike caseworkers',
    casework: { ...common, caseworkers: 0.9, haste: -0.3 },
    errors: realistic,
  },
  {
    ...small,
    name: 'unlike caseworkers of a small municipality',
    casework: { ...common, caseworkers: 0.9, haste: -0.3 },
    errors: realistic,
  },
  { ...oneStage, name: 'high shares', casework: { ...common, ease: 3.4 }, errors: realistic },
  { ...small, name: 'high shares, small', casework: { ...common, ease: 3.4 }, errors: realistic },
  { ...small, name: 'low shares, small', casework: { ...common, ease: -0.8 }, errors: realistic },
  {
    ...oneStage,
    name: 'seldom applicable',
    casework: { ...common, applies: [0.05, 0.6] },
    errors: realistic,
  },
  {
    ...small,
    name: 'seldom applicable, small',
    casework: { ...common, applies: [0.05, 0.6] },
    errors: realistic,
  },
  { ...oneStage, name: 'near-perfect agreement', errors: nearPerfect },
  { ...small, name: 'near-perfect agreement, small', errors: nearPerfect },
  { ...small, load: 2.2, lowest: 'risk', name: 'drawn by risk, small', errors: realistic },
  {
    ...oneStage,
    name: 'partly reviewed census, small',
    units: 2,
    caseworkersPerUnit: 10,
    load: 1.3,
    perUnitStage: 50,
    perUnit: [45, 20],
    lowest: 'census',
    late: 0.15,
    errors: realistic,
  },
  { ...untold, name: 'stages that the draw does not tell, small', errors: realistic },
  { ...untold, tellsFrame: true, name: 'stages that the frame tells, small', errors: realistic },
]

/** Worlds that cost a tenth of the others. */
export function isSmall({ units, caseworkersPerUnit, load }: Scenario): boolean {
  return units * caseworkersPerUnit * 3 * load < 400
}

const text = { da: 'x', en: 'x' }

export function programmeOf(scenario: Scenario): Programme {
  const question = (stage: number, number: number): Question => ({
    key: questionKey(`s${stage}`, number),
    number: `${number}`,
    section: 1,
    text,
    legal: [],
    legalConfidence: 'memory',
    answerType: 'yes-no',
    expected: 'yes',
    baseline: true,
    escalates: false,
  })
  const level = (number: number, selection: Selection): Level => ({
    level: number,
    title: text,
    ...(number === 1 ? {} : { from: number - 1 }),
    selection,
    eligibility: [],
    reviewers: [],
    together: false,
    minutes: 30,
    comparison: number === 2,
  })
  const [third, fourth] = scenario.perUnit
  const whole = Math.floor(scenario.perUnitStage)
  // A fraction is met by taking one more in some of the stages.
  const more = Math.round((scenario.perUnitStage - whole) * scenario.stages)
  return {
    key: 'coverage',
    version: 1,
    title: text,
    anchors: listAnchors(scenario),
    settings: { saturdayCounts: true, smallCell: 3 },
    laws: [],
    themes: [],
    stages: Array.from({ length: scenario.stages }, (_, stage) => ({
      key: `s${stage}`,
      title: text,
      sections: [],
      questions: Array.from({ length: scenario.questions }, (_, number) => question(stage, number)),
    })),
    levels:
      scenario.lowest === 'census'
        ? [
            level(1, { kind: 'census' }),
            ...[scenario.perUnitStage, third, fourth].map((take, at) =>
              level(at + 2, { kind: 'random', strata: ['stage'], quotas: [{ take }] }),
            ),
          ]
        : [
            level(
              1,
              scenario.lowest === 'risk'
                ? { kind: 'risk-weighted', risk: 'risk', strata: ['unit'], quotas: [{ take: drawnByRisk }] }
                : { kind: 'random', strata: ['unit', 'caseworker', 'month'], quotas: [{ take: 1 }] },
            ),
            level(2, {
              kind: 'random',
              strata: ['unit', 'stage'],
              quotas: [
                ...Array.from({ length: more }, (_, stage) => ({
                  where: { stage: `s${stage}` },
                  take: whole + 1,
                })),
                { take: whole },
              ],
            }),
            level(3, { kind: 'random', strata: ['unit'], quotas: [{ take: third }] }),
            level(4, { kind: 'random', strata: ['unit'], quotas: [{ take: fourth }] }),
          ],
  }
}

/** Old files that levels 2 and 3 review again in every round; level 3 the first few only. */
export function listAnchors({
  stages,
}: Scenario): readonly { readonly caseId: string; readonly stage: string }[] {
  return Array.from({ length: 24 }, (_, at) => ({ caseId: `A${at}`, stage: `s${at % stages}` }))
}

export function questionKey(stage: string, number: number): string {
  return `${stage}-${number}`
}
