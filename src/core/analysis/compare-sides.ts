import type { Checked } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import type { CompositeResult, QuestionResult } from './analysis.ts'
import { compareComposites } from './composites.ts'
import type { SeriesBreak, WeightSource } from './inference.ts'
import { onlyAsked, openRounds, type AnalysisInput, type OpenedRounds } from './open-rounds.ts'
import { rememberingTest } from './proportion-test.ts'
import { indexQuestions, type QuestionIndex } from './question-index.ts'
import { listQuestionResults } from './questions.ts'
import type { ReviewedCase } from './reviewed-case.ts'
import { listIncomparable, listSeriesBreaks } from './series.ts'
import { scopeKey, tallyReviews } from './tallies.ts'

/** One of two things to lay beside each other. */
export interface Side {
  /** A round with its programme, answers and draws; its baseline is not looked at. */
  readonly input: AnalysisInput
  readonly level: number
  /** Null: the whole municipality. */
  readonly unit: string | null
}

/** Rows are those of the first side; `baseline` is the second's, and a change is what the first has more. */
export interface ComparedSides {
  /** Of the questions that both ask alike. */
  readonly questions: readonly Omit<QuestionResult, 'annex'>[]
  readonly composites: readonly Omit<CompositeResult, 'level' | 'unit'>[]
  /** Case stages reviewed. */
  readonly cases: readonly [number, number]
  readonly weights: readonly [WeightSource, WeightSource]
  /**
   * Case stages that both sides reviewed. With any, the two are no independent samples: no row has a change, as its interval and
   * test would be wrong.
   */
  readonly inBoth: number
  /** The first side's questions that the second does not ask alike. */
  readonly leftOut: readonly Pick<SeriesBreak, 'question' | 'cause'>[]
}

/** Lays any two rounds, units, levels or programmes beside each other, on the questions that both ask alike. */
export function compareSides(a: Side, b: Side): Checked<ComparedSides> {
  const [openedA, openedB] = [openRounds(alone(a.input)), openRounds(alone(b.input))]
  if (!openedA.ok) return openedA
  if (!openedB.ok) return openedB
  const leftOut = listNotAlike(a.input.programme, b.input.programme)
  const programme = without(a.input.programme, new Set(leftOut.map(({ question }) => question)))
  const index = indexQuestions(programme)
  const [ofA, ofB] = [
    reviewsOf(openedA.value, a, programme, index),
    reviewsOf(openedB.value, b, programme, index),
  ]
  const inBoth = countInBoth(inUnit(ofA.reviews, a.unit), inUnit(ofB.reviews, b.unit))
  const key = scopeKey(a.level, a.unit)
  const scopes = [
    [a, ofA],
    [b, ofB],
  ] as const
  const [now, baseline] = scopes.map(([side, { reviews, known }]) => {
    const found = tallyReviews(reviews, index, () => known).get(scopeKey(side.level, side.unit))
    // The second side's counts stand in the first one's place, where they are looked for.
    return new Map(found === undefined ? [] : [[key, { ...found, level: a.level, unit: a.unit }]])
  })
  const questions = listQuestionResults({
    programme,
    comparisonLevel: a.level,
    now: now ?? new Map(),
    baseline: baseline ?? new Map(),
    test: rememberingTest(),
    incomparable: new Set(),
    annexes: false,
  })
  const composites = compareComposites(programme, index, { ...ofA, unit: a.unit }, { ...ofB, unit: b.unit })
  const judged = <Row extends { readonly change: unknown }>(row: Row): Row =>
    inBoth === 0 ? row : { ...row, change: null }
  return {
    ok: true,
    value: {
      questions: questions.map(({ annex: _none, ...row }) => judged(row)),
      composites: composites.map(judged),
      cases: [inUnit(ofA.reviews, a.unit).length, inUnit(ofB.reviews, b.unit).length],
      weights: [
        openedA.value.weighted.sourceOf(a.input.round, a.level),
        openedB.value.weighted.sourceOf(b.input.round, b.level),
      ],
      inBoth,
      leftOut,
    },
  }
}

/** What a baseline adds is of no use here. */
function alone(input: AnalysisInput): AnalysisInput {
  const { baseline: _round, baselineProgramme: _programme, ...rest } = input
  return rest
}

/** Two programmes may have the same key for another question; only versions of one may declare a wording comparable. */
function listNotAlike(a: Programme, b: Programme): readonly Pick<SeriesBreak, 'question' | 'cause'>[] {
  if (a.key === b.key && a.version === b.version) return []
  const breaks = listSeriesBreaks(a, b)
  const apart = a.key === b.key ? listIncomparable(breaks) : new Set(breaks.map(({ question }) => question))
  return breaks
    .filter(({ question }) => apart.has(question))
    .map(({ question, cause }) => ({ question, cause }))
}

function without(programme: Programme, questions: ReadonlySet<string>): Programme {
  return {
    ...programme,
    stages: programme.stages.flatMap((stage) => {
      const left = stage.questions.filter(({ key }) => !questions.has(key))
      return left.length === 0 ? [] : [{ ...stage, questions: left }]
    }),
  }
}

function reviewsOf(
  { now, known }: OpenedRounds,
  { level }: Side,
  programme: Programme,
  index: QuestionIndex,
): { readonly reviews: readonly ReviewedCase[]; readonly known: boolean } {
  const stages = new Set(programme.stages.map(({ key }) => key))
  const ofLevel = now.drawn.filter((review) => review.level === level && stages.has(review.stage))
  return { reviews: onlyAsked(ofLevel, index, new Set()), known: known.now(level) }
}

function inUnit(reviews: readonly ReviewedCase[], unit: string | null): readonly ReviewedCase[] {
  return unit === null ? reviews : reviews.filter((review) => review.unit === unit)
}

function countInBoth(a: readonly ReviewedCase[], b: readonly ReviewedCase[]): number {
  const ref = ({ caseId, stage }: ReviewedCase) => `${caseId}\t${stage}`
  const known = new Set(a.map(ref))
  return b.filter((review) => known.has(ref(review))).length
}
