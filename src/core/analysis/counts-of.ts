import { compositeOf } from './composites.ts'
import type { Counts } from './counts.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** Answers of some reviews taken together, to the questions of the index. */
export function countsOf(reviews: readonly ReviewedCase[], index: QuestionIndex): Counts {
  let [numerator, denominator, notApplicable] = [0, 0, 0]
  for (const review of reviews) {
    const composite = compositeOf(review, index)
    numerator += composite.compliant
    denominator += composite.applicable
    notApplicable += composite.notApplicable
  }
  return { numerator, denominator, notApplicable }
}
