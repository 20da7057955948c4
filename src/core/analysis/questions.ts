import type { Programme, Question } from '../programme/programme.ts'
import type { Change, Proportion, QuestionResult } from './analysis.ts'
import { adjust, changeOfProportion, classed } from './change.ts'
import type { ProportionTest } from './proportion-test.ts'
import { showsCompliance } from './compliance.ts'
import { annexOf, newTally, proportionOf } from './tally.ts'
import { coverageOf, scopeKey, type ScopeTallies } from './tallies.ts'

export interface QuestionComparison {
  readonly programme: Programme
  readonly comparisonLevel: number
  readonly now: ReadonlyMap<string, ScopeTallies>
  /** Null when the round is compared with none. */
  readonly baseline: ReadonlyMap<string, ScopeTallies> | null
  readonly test: ProportionTest
  /** Questions that the baseline round asked differently. */
  readonly incomparable: ReadonlySet<string>
  /** Whether rows carry what the annex of a report tells besides: much of the work of a row. */
  readonly annexes: boolean
}

/** Every question of every stage that was reviewed, per level, for the whole and per unit. */
export function listQuestionResults(comparison: QuestionComparison): readonly QuestionResult[] {
  const rows = [...comparison.now.values()].flatMap((scope) => openScope(scope, comparison))
  // A level's baseline set is one family; its units together are another, since they are read side by side.
  const qs = adjust(
    rows.map(({ scope, question, open }) => ({
      family: question.baseline ? `${scope.level} ${scope.unit === null ? 'whole' : 'units'}` : null,
      p: open?.p ?? null,
    })),
  )
  return rows.map((row, at) => resultOf(row, qs[at] ?? null, comparison.annexes))
}

interface OpenQuestion {
  readonly scope: ScopeTallies
  readonly stage: string
  readonly question: Question
  readonly now: Proportion
  readonly base: Proportion | null
  readonly open: Omit<Change, 'q' | 'class'> | null
}

function openScope(scope: ScopeTallies, comparison: QuestionComparison): readonly OpenQuestion[] {
  const before = comparison.baseline?.get(scopeKey(scope.level, scope.unit))
  // Units are compared at the comparison level only: elsewhere a unit's few cases would be tested by the thousand.
  const compares = scope.unit === null || scope.level === comparison.comparisonLevel
  return comparison.programme.stages
    .filter((stage) => scope.coverage.has(stage.key))
    .flatMap((stage) =>
      stage.questions.map((question) => {
        const now = sidesOf(scope, stage.key, question)
        const compared =
          before?.coverage.has(stage.key) === true && !comparison.incomparable.has(question.key)
        const base = compared ? sidesOf(before, stage.key, question) : null
        const open = compares && base !== null ? changeOfProportion(now, base, comparison.test) : null
        return { scope, stage: stage.key, question, now, base, open }
      }),
    )
}

function resultOf(
  { scope, stage, question, now, base, open }: OpenQuestion,
  q: number | null,
  annexes: boolean,
): QuestionResult {
  const tally = scope.questions.get(question.key)
  return {
    stage,
    question: question.key,
    level: scope.level,
    unit: scope.unit,
    yes: tally?.yes ?? 0,
    no: tally?.no ?? 0,
    ...now,
    inBaselineSet: question.baseline,
    theme: question.theme ?? null,
    concerns: question.concerns ?? null,
    baseline: base,
    change: open === null || base === null ? null : classed(open, q, sizesOf(now, base)),
    annex:
      annexes && scope.unit === null && tally !== undefined && showsCompliance(question)
        ? annexOf(tally, coverageOf(scope, stage, question.key))
        : null,
  }
}

function sidesOf(scope: ScopeTallies, stage: string, question: Question): Proportion {
  const tally = scope.questions.get(question.key) ?? newTally()
  if (!showsCompliance(question)) return countsOnly(tally.notApplicable)
  return proportionOf(tally, coverageOf(scope, stage, question.key))
}

/** A question that no compliance is read from has answers but no share. */
function countsOnly(notApplicable: number): Proportion {
  return { numerator: 0, denominator: 0, notApplicable, share: null, interval: null, method: 'none' }
}

function sizesOf(a: Proportion, b: Proportion): Parameters<typeof classed>[2] {
  return {
    size: a.denominator,
    baselineSize: b.denominator,
    allCompliantBoth: a.numerator === a.denominator && b.numerator === b.denominator,
    oneWay:
      ((a.share ?? 0) - (b.share ?? 0)) * (a.numerator * b.denominator - b.numerator * a.denominator) >= 0,
    alone: false,
  }
}

/** Where a row's change counts in the round's summary. */
export function isInSummary(
  row: QuestionResult,
  comparisonLevel: number,
): row is QuestionResult & { change: Change } {
  return row.inBaselineSet && row.level === comparisonLevel && row.unit === null && row.change !== null
}
