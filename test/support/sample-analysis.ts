import type {
  AgreementResult,
  Analysis,
  Change,
  ChangeClass,
  ClassicalClass,
  CompositeResult,
  Proportion,
  QuestionResult,
} from '../../src/core/analysis/analysis.ts'
import { summarise } from '../../src/core/analysis/summary.ts'
import type { Programme, Question } from '../../src/core/programme/programme.ts'

/** Unit names that occur nowhere else, so that a test can look for them. */
export const sampleUnits = ['Enhed Kastanje', 'Enhed Lærketræ', 'Enhed Røn']

/**
 * A plausible analysis without computing one: counts are consistent with each other, intervals are rough. The same
 * seed gives the same analysis.
 */
export function sampleAnalysis(programme: Programme, seed = 1): Analysis {
  const random = randomFrom(seed)
  const sizes = new Map(programme.stages.map(({ key }, index) => [key, 15 + ((index * 5) % 13)]))
  const questions = programme.stages.flatMap((stage) =>
    stage.questions.flatMap((question) => [
      ...[1, 2, 3, 4].map((level) =>
        questionResult(
          stage.key,
          question,
          level,
          null,
          levelSize(sizes.get(stage.key) ?? 18, level),
          random,
        ),
      ),
      ...sampleUnits.map((unit) => questionResult(stage.key, question, 2, unit, 4, random)),
    ]),
  )
  const summary = summarise(questions, 2)
  return {
    schema: 'tilsyn-analysis/1',
    programme: { key: programme.key, version: programme.version },
    round: '2018q2',
    baselineRound: '2017q3',
    notice: null,
    comparisonLevel: 2,
    levels: [693, 120, 60, 30].map((reviews, index) => ({
      level: index + 1,
      reviews,
      answers: reviews * 23,
      weights: 'none' as const,
      generalises: true,
    })),
    questions,
    composites: [
      ...[null, ...programme.stages.map(({ key }) => key)].map((stage) =>
        composite(stage, null, stage === null ? 120 : (sizes.get(stage) ?? 18), random),
      ),
      ...sampleUnits.map((unit) => composite(null, unit, 20, random)),
    ],
    themes: questions.flatMap((one) => {
      const { theme, stage, question, concerns, level, unit, baseline } = one
      return theme === null || unit !== null
        ? []
        : [{ theme, stage, question, concerns, level, unit, now: proportionOf(one), baseline }]
    }),
    stages: [
      ...programme.stages.map(({ key }, index) => ({
        stage: key,
        level: 2,
        unit: null,
        n: sizes.get(key) ?? 18,
        meanDays: 39.4 + 20 * index,
        earliestStart: '2017-08-09',
        latestEnd: '2018-05-07',
      })),
      {
        stage: null,
        level: 2,
        unit: null,
        n: 120,
        meanDays: 93.1,
        earliestStart: '2017-03-28',
        latestEnd: '2018-06-23',
      },
    ],
    levelComparisons: programme.stages.flatMap((stage) =>
      stage.questions.map((question) => ({
        stage: stage.key,
        question: question.key,
        unit: null,
        n: 5,
        notApplicable: 0,
        compliant: [1, 2, 3, 4].map((level) => ({
          level,
          count: random() < 0.8 ? 4 : 3,
          notApplicable: 0,
        })),
        alpha: null,
      })),
    ),
    agreement: [
      ...(
        [
          [1, 2],
          [2, 3],
          [3, 4],
        ] as const
      ).map((pair) => agreement(pair, null, 480, random)),
      ...programme.stages.map(({ key }) => agreement([2, 3], key, 70, random)),
    ],
    cascade: [],
    drift: [],
    plan: {
      level: 2,
      cases: 120,
      baselineCases: 120,
      spread: 0.18,
      margin: 0.032,
      power: 0.8,
      detectableChange: 0.065,
      detectableQuestion: { n: 18, baselineN: 18, from: 0.7, change: 0.44 },
      tested: summary.tested,
      expectedFalseSignals: summary.expectedFalseSignals,
      levels: [693, 120, 60, 30].map((reviews, index) => ({
        level: index + 1,
        reviews,
        minutes: [30, 45, 60, 90][index] ?? 0,
        r2: index === 3 ? 1 : 0.15 * (index + 1),
        pairs: 30,
      })),
    },
    health: [],
    series: [],
    contradictions: [
      {
        code: 'end-before-start',
        stage: null,
        level: null,
        count: 1,
        detail: {
          da: 'I en af sagerne ligger afslutningen før starten.',
          en: 'In one of the cases the end lies before the start.',
        },
      },
    ],
    summary,
  }
}

function levelSize(size: number, level: number): number {
  return level === 1 ? size * 5 : level === 2 ? size : level === 3 ? Math.ceil(size / 2) : 5
}

function questionResult(
  stage: string,
  question: Question,
  level: number,
  unit: string | null,
  n: number,
  random: () => number,
): QuestionResult {
  const now = proportion(n, random)
  const baseline = question.baseline && unit === null && level === 2 ? proportion(18, random) : null
  return {
    ...now,
    stage,
    question: question.key,
    level,
    unit,
    yes: now.numerator,
    no: now.denominator - now.numerator,
    inBaselineSet: question.baseline,
    theme: question.theme ?? null,
    concerns: question.concerns ?? null,
    baseline,
    change: baseline === null ? null : change(now, baseline, Math.min(now.denominator, baseline.denominator)),
    annex: null,
  }
}

function proportion(n: number, random: () => number): Proportion {
  const notApplicable = random() < 0.5 ? 0 : Math.floor((random() * n) / 2)
  const denominator = n - notApplicable
  const numerator = random() < 0.15 ? denominator : Math.round(denominator * (0.4 + 0.6 * random()))
  return { numerator, denominator, notApplicable, ...shareOf(numerator, denominator), method: 'wilson' }
}

function proportionOf({
  numerator,
  denominator,
  notApplicable,
  share,
  interval,
  method,
}: Proportion): Proportion {
  return { numerator, denominator, notApplicable, share, interval, method }
}

function shareOf(numerator: number, denominator: number): Pick<Proportion, 'share' | 'interval'> {
  if (denominator === 0) return { share: null, interval: null }
  const share = numerator / denominator
  const half = 1 / Math.sqrt(denominator + 4)
  return { share, interval: [Math.max(0, share - half), Math.min(1, share + half)] }
}

function composite(
  stage: string | null,
  unit: string | null,
  cases: number,
  random: () => number,
): CompositeResult {
  const denominator = cases * 18
  const made = (scale: number) => {
    const numerator = Math.round(denominator * scale)
    const share = numerator / denominator
    const half = 0.4 / Math.sqrt(cases)
    const interval: [number, number] = [Math.max(0, share - half), Math.min(1, share + half)]
    const counts = { numerator, denominator, notApplicable: cases * 5 }
    return { yes: numerator, no: denominator - numerator, ...counts, share, interval, method: 't', cases }
  }
  const now = made(0.72 + 0.2 * random())
  const baseline = made(0.6 + 0.2 * random())
  return { ...now, stage, level: 2, unit, baseline, change: change(now, baseline, cases) }
}

type TestedClass = Exclude<ChangeClass, 'too-few'>

/** A p and a q that the class follows from. */
const evidence: Readonly<Record<TestedClass, readonly [number, number]>> = {
  improved: [0.002, 0.02],
  declined: [0.002, 0.02],
  'signal-up': [0.03, 0.3],
  'signal-down': [0.03, 0.3],
  'no-clear-change': [0.4, 0.8],
  'all-compliant-both': [1, 1],
}

function change(now: Proportion, baseline: Proportion, smaller: number): Change {
  const difference = (now.share ?? 0) - (baseline.share ?? 0)
  const found = classOf(now, baseline, difference, smaller)
  const tested =
    found === 'too-few'
      ? { p: null, q: null, chanceOfSignal: null, method: 'none' }
      : { p: evidence[found][0], q: evidence[found][1], chanceOfSignal: 0.03, method: 'barnard' }
  return {
    difference,
    interval: [difference - 0.2, difference + 0.2],
    ...tested,
    class: found,
    classicalClass: classicalOf(now, baseline, difference),
  }
}

function classOf(now: Proportion, baseline: Proportion, difference: number, smaller: number): ChangeClass {
  if (smaller < 10) return 'too-few'
  if (now.share === 1 && baseline.share === 1) return 'all-compliant-both'
  if (Math.abs(difference) > 0.35) return difference > 0 ? 'improved' : 'declined'
  if (Math.abs(difference) > 0.25) return difference > 0 ? 'signal-up' : 'signal-down'
  return 'no-clear-change'
}

function classicalOf(now: Proportion, baseline: Proportion, difference: number): ClassicalClass {
  if (now.share === 1 && baseline.share === 1) return 'held-at-100'
  return difference > 0 ? 'progress' : difference < 0 ? 'decline' : 'unchanged'
}

function agreement(
  pair: readonly [number, number],
  stage: string | null,
  n: number,
  random: () => number,
): AgreementResult {
  const parted = Math.round(n * 0.2 * random())
  const higherStricter = Math.round(parted * 0.8)
  return {
    pair,
    reviewers: null,
    stage,
    question: null,
    cases: Math.ceil(n / 12),
    applicability: {
      n: n + 20,
      same: n + 10,
      bothNotApplicable: 10,
      lowerNotApplicable: 4,
      higherNotApplicable: 6,
      ...shareOf(n + 10, n + 20),
    },
    n,
    same: n - parted,
    notApplicable: 20,
    ...shareOf(n - parted, n),
    higherStricter,
    lowerStricter: parted - higherStricter,
    mcnemarMidP: 0.04,
    ac1: 0.81,
    ac1Interval: [0.7, 0.9],
    kappa: 0.55,
    alpha: 0.54,
  }
}

/** Mulberry32: repeatable and good enough for sample data. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
