import type { LocalText } from '../language/language.ts'

/** Stable codes of everything the statistical functions refuse. */
export type StatisticsCode =
  | 'bad-json'
  | 'unknown-function'
  | 'missing-field'
  | 'unknown-field'
  | 'wrong-type'
  | 'not-finite'
  | 'not-a-count'
  | 'count-above-total'
  | 'not-a-probability'
  | 'not-a-confidence-level'
  | 'out-of-range'
  | 'too-large'
  | 'empty-sample'
  | 'empty-table'
  | 'not-square'
  | 'ragged-table'
  | 'different-lengths'
  | 'unknown-category'
  | 'unknown-stratum'
  | 'duplicate'
  | 'no-pairs'
  | 'no-variation'
  | 'too-few-values'
  | 'stratum-too-small'
  | 'not-nested'

/**
 * Why a statistical function has no answer. The functions never return NaN or an infinity: a question without an
 * answer (no observations, more successes than trials, no variation at all) is refused with a reason that a person can
 * act on. It is thrown, because a caller that did not check its counts has no number to go on with.
 */
export class StatisticsError extends Error {
  readonly code: StatisticsCode
  readonly text: LocalText

  constructor(code: StatisticsCode, text: LocalText) {
    super(text.en)
    this.name = 'StatisticsError'
    this.code = code
    this.text = text
  }
}
