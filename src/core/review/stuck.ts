import type { ReviewState } from './review.ts'
import { workingDaysBefore } from './working-days.ts'

/** Why a review stands still; the one that says most about what to do comes first. */
export const stuckReasons = ['unassigned', 'returned', 'overdue', 'quiet'] as const
export type StuckReason = (typeof stuckReasons)[number]

/** Nothing happened for so many working days. */
export const quietDays = 5
/** A review sent back is taken up within so many working days. */
export const returnedDays = 2

export interface ReviewAtWork {
  readonly state: ReviewState
  readonly assigned: boolean
  readonly dueOn: string | null
  /** The day of the newest of: the draw, an answer, something that happened to it. */
  readonly lastTouchedOn: string
  /** The day it was sent back, when nothing was answered since. */
  readonly returnedOn: string | null
}

export function stuckReason(review: ReviewAtWork, today: string): StuckReason | null {
  if (review.state === 'submitted' || review.state === 'written-off') return null
  if (!review.assigned) return 'unassigned'
  if (review.returnedOn !== null && review.returnedOn <= workingDaysBefore(today, returnedDays))
    return 'returned'
  if (review.dueOn !== null && review.dueOn < today) return 'overdue'
  // What is not due yet may wait untouched; what was begun may not.
  if (review.state === 'in-progress' && review.lastTouchedOn <= workingDaysBefore(today, quietDays))
    return 'quiet'
  return null
}
