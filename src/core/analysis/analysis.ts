/**
 * What `analyse` computes and every results page and report shows (ANALYSIS.json). Shares lie in 0..1. Every number
 * carries its numerator, denominator and not-applicable count, so that it can be opened to its cases.
 */
export type Interval = readonly [lower: number, upper: number]

/** A share with all it was made of. `share` and `interval` are null when nobody answered or nothing was applicable. */
export interface Proportion {
  /** Compliant answers (unweighted). */
  readonly numerator: number
  /** Applicable answers (unweighted). */
  readonly denominator: number
  readonly notApplicable: number
  /** Weighted by the inverse inclusion probability where the draw is known; else numerator / denominator. */
  readonly share: number | null
  readonly interval: Interval | null
  /** `wilson`, `t`, `hypergeometric`, or `none`. */
  readonly method: string
}

/** The honest classes of statistics.md 2. */
export type ChangeClass =
  | 'improved'
  | 'declined'
  | 'signal-up'
  | 'signal-down'
  | 'no-clear-change'
  | 'all-compliant-both'
  | 'too-few'
/** The classes of the printed reports, by the point estimates alone. */
export type ClassicalClass = 'progress' | 'unchanged' | 'decline' | 'held-at-100'

export interface Change {
  /** Now minus baseline. */
  readonly difference: number
  /** Newcombe's interval of the difference; shown, never decides. Null when a side is empty. */
  readonly interval: Interval | null
  readonly p: number | null
  /** Benjamini-Hochberg adjusted over all compared questions of the same level and unit scope. */
  readonly q: number | null
  /** `barnard` or `fisher-mid-p` for questions, `welch-t` for composites. */
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
}

/** Per-case share of compliant among applicable answers, averaged over cases; numerator and denominator count answers, `cases` cases. */
export interface CompositeResult extends Proportion {
  /** Null: all stages. */
  readonly stage: string | null
  readonly level: number
  readonly unit: string | null
  readonly cases: number
  readonly baseline: (Proportion & { readonly cases: number }) | null
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
  /** Cases that all levels answered, with the question applicable at every level. */
  readonly n: number
  readonly compliant: readonly { readonly level: number; readonly count: number }[]
}

/** How two levels answered the same cases (statistics.md 4). */
export interface AgreementResult {
  readonly pair: readonly [number, number]
  readonly stage: string | null
  readonly question: string | null
  readonly n: number
  readonly same: number
  readonly share: number | null
  readonly interval: Interval | null
  /** Lower level found it compliant, higher did not. */
  readonly higherStricter: number
  readonly lowerStricter: number
  readonly mcnemarMidP: number | null
  readonly ac1: number | null
  readonly ac1Interval: Interval | null
  readonly kappa: number | null
  readonly alpha: number | null
}

/** What cannot be true among the input or its derived figures; shown instead of being smoothed over. */
export interface Contradiction {
  readonly code: string
  readonly stage: string | null
  readonly detail: { readonly da: string; readonly en: string }
}

export interface Analysis {
  readonly schema: 'tilsyn-analysis/1'
  readonly programme: { readonly key: string; readonly version: number }
  readonly round: string
  readonly baselineRound: string | null
  /** The level change is measured on. */
  readonly comparisonLevel: number
  readonly levels: readonly { readonly level: number; readonly reviews: number; readonly answers: number }[]
  readonly questions: readonly QuestionResult[]
  readonly composites: readonly CompositeResult[]
  readonly themes: readonly ThemeResult[]
  readonly stages: readonly StageResult[]
  readonly levelComparisons: readonly LevelComparison[]
  readonly agreement: readonly AgreementResult[]
  readonly contradictions: readonly Contradiction[]
  /** Counts per honest and per classical class over the baseline set at the comparison level, whole municipality. */
  readonly summary: {
    readonly compared: number
    readonly classes: Readonly<Record<ChangeClass, number>>
    readonly classicalClasses: Readonly<Record<ClassicalClass, number>>
    /** Single-question signals that chance alone would give at p <= .05. */
    readonly expectedFalseSignals: number
  }
}
