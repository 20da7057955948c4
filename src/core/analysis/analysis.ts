import type { LocalText } from '../language/language.ts'
import type { Interval } from '../statistics/interval.ts'
import type {
  CascadeResult,
  DriftResult,
  PlanResult,
  QuestionHealth,
  SeriesBreak,
  WeightSource,
} from './inference.ts'

/**
 * What `analyse` computes and every results page and report shows (ANALYSIS.json). Shares lie in 0..1. Every number
 * carries its numerator, denominator and not-applicable count, so that it can be opened to its cases.
 */
export type { Interval }

/** A share with all it was made of. `share` and `interval` are null when nobody answered or nothing was applicable. */
export interface Proportion {
  /** Compliant answers (unweighted). */
  readonly numerator: number
  /** Applicable answers (unweighted). */
  readonly denominator: number
  readonly notApplicable: number
  /** Weighted where a draw or the answers' column tells the weights, within what the cases seen allow. */
  readonly share: number | null
  readonly interval: Interval | null
  /** `wilson`, `t`, `hypergeometric`, or `none`. */
  readonly method: string
}

/** The honest classes of statistics.md 2: what the figures did. Whether casework or reviewing changed, they cannot tell. */
export type ChangeClass =
  'improved' | 'declined' | 'signal-up' | 'signal-down' | 'no-clear-change' | 'all-compliant-both' | 'too-few'
/** The classes of the printed reports, by the point estimates alone. */
export type ClassicalClass = 'progress' | 'unchanged' | 'decline' | 'held-at-100'

export interface Change {
  /** Now minus baseline. */
  readonly difference: number
  /** Newcombe's of a question, Welch's of a composite; shown, never decides. Null where composites show no spread. */
  readonly interval: Interval | null
  readonly p: number | null
  /**
   * Benjamini-Hochberg adjusted within its family: a level's baseline set, the same over all units, a level's stages, its
   * units, its units' stages, the other levels. Null where nothing was tested, outside the baseline set, and for the one
   * composite that was chosen beforehand (all stages, whole municipality, comparison level), which is tested alone.
   */
  readonly q: number | null
  /** Chance of p <= .05 had nothing changed, at these sizes and this many compliant answers; null for composites. */
  readonly chanceOfSignal: number | null
  /** `barnard` or `fisher-mid-p` for questions, `welch-t` for composites, `none` where nothing was tested. */
  readonly method: string
  readonly class: ChangeClass
  readonly classicalClass: ClassicalClass
}

export interface QuestionResult extends Proportion {
  readonly stage: string
  readonly question: string
  readonly level: number
  /** Null: the whole municipality. */
  readonly unit: string | null
  /** Raw answers; compliance follows the question's expected answer. */
  readonly yes: number
  readonly no: number
  readonly inBaselineSet: boolean
  readonly theme: string | null
  readonly concerns: 'child' | 'parents' | null
  readonly baseline: Proportion | null
  readonly change: Change | null
  /** For the technical annex; null per unit, and where the answers are too few. */
  readonly annex: QuestionAnnex | null
}

/** The share's standard error at its effective size, and Korn and Graubard's interval from it. */
export interface QuestionAnnex {
  readonly standardError: number
  readonly df: number
  readonly kornGraubard: Interval
}

/**
 * Per-case share of compliant among applicable answers. `share` is the mean of those shares over `cases`, each case with
 * its weight, so it is not numerator / denominator: these count answers.
 */
export interface CompositeSide extends Proportion {
  /** Raw answers; compliance follows each question's expected answer. */
  readonly yes: number
  readonly no: number
  /** Cases with an applicable answer: what the mean is taken over. */
  readonly cases: number
}

export interface CompositeResult extends CompositeSide {
  /** Null: all stages. */
  readonly stage: string | null
  readonly level: number
  readonly unit: string | null
  readonly baseline: CompositeSide | null
  readonly change: Change | null
}

export interface ThemeResult {
  readonly theme: string
  readonly stage: string
  readonly question: string
  readonly concerns: 'child' | 'parents' | null
  readonly level: number
  readonly unit: string | null
  readonly now: Proportion
  readonly baseline: Proportion | null
}

export interface StageResult {
  /** Null: the row of totals. */
  readonly stage: string | null
  readonly level: number
  readonly unit: string | null
  readonly n: number
  readonly meanDays: number | null
  readonly earliestStart: string | null
  readonly latestEnd: string | null
}

/** On the cases that every level of the round saw: how many each level found compliant. */
export interface LevelComparison {
  readonly stage: string
  readonly question: string
  readonly unit: string | null
  /** Cases that all levels answered, with the question applicable at every level: every count's denominator. */
  readonly n: number
  /** Cases that all levels answered, with the question not applicable at one of them at least. */
  readonly notApplicable: number
  readonly compliant: readonly {
    readonly level: number
    /** Of `n`. */
    readonly count: number
    /** Cases that all levels answered and this one found the question not applicable in. */
    readonly notApplicable: number
  }[]
  /** Krippendorff's alpha over all levels, for three levels or more; null where it is undefined. */
  readonly alpha: number | null
}

/**
 * How two levels answered the same cases, or the two who reviewed them apart at one level: first whether the question
 * applied, then, where both found it applicable, whether it was met. Both saw the same cases: they are paired, never
 * tested as independent.
 */
export interface AgreementResult {
  /** Lower level first; the same level twice for its two reviewers. */
  readonly pair: readonly [number, number]
  /**
   * Null: two levels. Otherwise the pair's two reviewers by their roles, who answered in a form each before they saw the
   * other's; the first stands where it says "lower", the second where it says "higher".
   */
  readonly reviewers: readonly [string, string] | null
  /** Null: all stages. */
  readonly stage: string | null
  /** Null: all questions of the stage, or of all stages. */
  readonly question: string | null
  /** Cases that both levels reviewed. */
  readonly cases: number
  /** Did both levels find the question applicable, or both not? `n` counts answers. */
  readonly applicability: {
    readonly n: number
    readonly same: number
    /** Answers of the n that both found not applicable, that the lower or that the higher alone did. */
    readonly bothNotApplicable: number
    readonly lowerNotApplicable: number
    readonly higherNotApplicable: number
    readonly share: number | null
    readonly interval: Interval | null
  }
  /** Answers that both levels found applicable; all figures below are made of them. */
  readonly n: number
  readonly same: number
  /** Answers that one of them or both found not applicable, and that are left out of `n`. */
  readonly notApplicable: number
  readonly share: number | null
  /** Wilson's; over several questions at the size that remains when answers of one case resemble each other. */
  readonly interval: Interval | null
  /** Lower level found it compliant, higher did not. */
  readonly higherStricter: number
  readonly lowerStricter: number
  /** Null over several questions, whose answers are not independent, and where no case differs. */
  readonly mcnemarMidP: number | null
  readonly ac1: number | null
  readonly ac1Interval: Interval | null
  readonly kappa: number | null
  readonly alpha: number | null
}

export type ContradictionCode =
  | 'end-before-start'
  | 'not-in-frame'
  | 'unit-differs'
  | 'not-in-level-below'
  | 'answers-missing'
  | 'answered-though-not-asked'
  | 'baseline-incomplete'

/** What cannot be true among the input or its derived figures; shown instead of being smoothed over. */
export interface Contradiction {
  readonly code: ContradictionCode
  readonly stage: string | null
  /** Level it was found at; null where it concerns none. */
  readonly level: number | null
  /** How many cases or questions it concerns. */
  readonly count: number
  readonly detail: LocalText
}

/** How many of a draw's cases in force were reviewed. */
export interface DrawReviewed {
  /** The round itself or its baseline. */
  readonly round: string
  readonly level: number
  readonly drawn: number
  readonly reviewed: number
}

export interface Analysis {
  readonly schema: 'tilsyn-analysis/1'
  readonly programme: { readonly key: string; readonly version: number }
  readonly round: string
  readonly baselineRound: string | null
  /** What every reader must know of the answers, e.g. that the cases are constructed. Reports print it on each page. */
  readonly notice: LocalText | null
  /** The level change is measured on. */
  readonly comparisonLevel: number
  readonly levels: readonly {
    readonly level: number
    readonly reviews: number
    readonly answers: number
    readonly weights: WeightSource
    /** False: a date chose the level's cases, or those it was drawn from, and the figures describe these only. */
    readonly generalises: boolean
    /** Where the baseline's weights come from; absent where there is no baseline, or it has no reviews at the level. */
    readonly baselineWeights?: WeightSource
  }[]
  /** What became of the cases of every draw that was given; absent, as `requirements`, in analyses from before. */
  readonly draws?: readonly DrawReviewed[]
  /** Questions that composites and estimates are made of: fewer than all where the baseline asked some otherwise. */
  readonly requirements?: { readonly shared: number; readonly all: number }
  readonly questions: readonly QuestionResult[]
  readonly composites: readonly CompositeResult[]
  readonly themes: readonly ThemeResult[]
  readonly stages: readonly StageResult[]
  readonly levelComparisons: readonly LevelComparison[]
  readonly agreement: readonly AgreementResult[]
  /** What the highest level would have found: overall, per stage, per baseline question. */
  readonly cascade: readonly CascadeResult[]
  /** Empty when the round is compared with none. */
  readonly drift: readonly DriftResult[]
  readonly plan: PlanResult
  readonly health: readonly QuestionHealth[]
  /** Questions that the baseline round's version of the programme asked otherwise or lacked; empty when it is the same. */
  readonly series: readonly SeriesBreak[]
  readonly contradictions: readonly Contradiction[]
  /** Counts per honest and per classical class over the baseline set at the comparison level, whole municipality. */
  readonly summary: {
    readonly compared: number
    /** Those of them that had enough cases to be tested. */
    readonly tested: number
    readonly classes: Readonly<Record<ChangeClass, number>>
    readonly classicalClasses: Readonly<Record<ClassicalClass, number>>
    /** Questions called improved, declined or a signal: those at q <= .1 or p <= .05. */
    readonly standingOut: number
    /** How many of the tested questions would stand at p <= .05 by chance, had nothing changed; compare with `standingOut`. */
    readonly expectedFalseSignals: number
  }
}
