/** A percentage as printed, and what is known of the sample it speaks about. */
export interface PrintedShare {
  readonly percent: number
  /** Digits after the decimal separator as printed: how finely it was rounded. */
  readonly decimals: number
  /** Cases of the sample; null where the print doesn't say. */
  readonly n: number | null
  /** What the percentages of one sample share in messages, e.g. `2018q2 underretning`. */
  readonly sample: string
  readonly label: string
  readonly line: number
}

/** A count "x of m" in the words around a percentage. */
export interface PrintedFraction {
  readonly count: number
  readonly of: number
  /** Percentages and sample that the words explain. */
  readonly shares: readonly PrintedShare[]
  readonly sample: string
  readonly n: number | null
  readonly line: number
}

/** A row of a table of cases: number, earliest start, latest end. */
export interface PrintedSpan {
  readonly table: string
  readonly row: string
  readonly isTotal: boolean
  readonly n: number | null
  readonly earliestStart: string | null
  readonly latestEnd: string | null
  readonly line: number
}

/** One thing that was counted, and every number printed for it. */
export interface PrintedCount {
  readonly what: string
  readonly counts: readonly number[]
  readonly line: number
}

/** A count that is part of another. */
export interface PrintedPart {
  readonly what: string
  readonly part: number
  readonly whole: number
  readonly line: number
}

/** What each level of a round reviewed, and what the round's table of cases adds up to. */
export interface PrintedLevels {
  readonly round: string
  readonly reviews: readonly { readonly level: number; readonly count: number; readonly line: number }[]
  readonly tableTotal: number | null
  readonly line: number
}

/** All that a file of printed figures states, whatever its form. */
export interface PrintedFigures {
  readonly shares: readonly PrintedShare[]
  readonly fractions: readonly PrintedFraction[]
  readonly spans: readonly PrintedSpan[]
  readonly counts: readonly PrintedCount[]
  readonly parts: readonly PrintedPart[]
  readonly levels: readonly PrintedLevels[]
}
