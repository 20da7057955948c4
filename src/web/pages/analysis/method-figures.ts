import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'

/** What of a question's method box may be printed: where answers are too few for a percentage, no other one stands either. */
export function methodFigures({
  numerator,
  denominator,
  baseline,
  change,
  inBaselineSet,
}: Pick<QuestionRow, 'numerator' | 'denominator' | 'baseline' | 'change' | 'inBaselineSet'>) {
  const few = Math.min(denominator, baseline?.denominator ?? 0) < fewestForPercent
  return {
    /** The share as if every case weighed alike. */
    plain: denominator < fewestForPercent ? null : numerator / denominator,
    differenceInterval: few ? null : (change?.interval ?? null),
    /** A question of the baseline that was too small to be tested has no q either. */
    q: change?.q ?? (inBaselineSet ? ('untested' as const) : ('outside' as const)),
  }
}
