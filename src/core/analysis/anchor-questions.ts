import { isCompliant } from '../programme/compliant.ts'
import { mcnemarMidP } from '../statistics/mcnemar-mid-p.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'

/** How one question's answers on the same anchors have moved since they were reviewed before. */
export interface AnchorQuestion {
  readonly stage: string
  readonly question: string
  readonly level: number
  /** Anchors on which both reviews found the question applicable. */
  readonly pairs: number
  /** Compliant before, not now. */
  readonly stricter: number
  /** Compliant now, not before. */
  readonly milder: number
  /** Applicable in only one of the two reviews. */
  readonly applicability: number
  readonly p: number
}

/** Questions in the order of the programme that both reviews answered; `before` holds one review of each anchor and level. */
export function listAnchorQuestions(
  now: readonly ReviewedCase[],
  before: readonly ReviewedCase[],
  index: QuestionIndex,
): readonly AnchorQuestion[] {
  const levels = [...new Set(now.map(({ level }) => level))].toSorted((a, b) => a - b)
  return levels.flatMap((level) =>
    [...index].flatMap(([key, { stage, question }]): readonly AnchorQuestion[] => {
      const counts = { pairs: 0, stricter: 0, milder: 0, applicability: 0 }
      for (const review of now) {
        if (review.level !== level || review.stage !== stage) continue
        const earlier = before.find(
          (one) => one.level === level && one.stage === stage && one.caseId === review.caseId,
        )
        const [a, b] = [earlier?.answers.get(key), review.answers.get(key)]
        if (a === undefined || b === undefined) continue
        if (a === 'na' || b === 'na') {
          if (a !== b) counts.applicability += 1
          continue
        }
        const [was, is] = [isCompliant(question, a), isCompliant(question, b)]
        if (was === null || is === null) continue
        counts.pairs += 1
        if (was && !is) counts.stricter += 1
        if (!was && is) counts.milder += 1
      }
      if (counts.pairs + counts.applicability === 0) return []
      return [{ stage, question: key, level, ...counts, p: mcnemarMidP(counts.stricter, counts.milder) }]
    }),
  )
}
