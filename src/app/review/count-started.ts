import { changeProgress } from '../../storage/review/assignment.ts'
import type { ReviewHead } from '../../storage/review/review.ts'
import type { Writer } from '../../storage/transaction.ts'

/** Counts a review as begun where the write just made was its first. `head` as it was before. */
export async function countStarted(writer: Writer, head: ReviewHead): Promise<void> {
  if (head.state === 'assigned')
    await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, { started: 1 })
}
