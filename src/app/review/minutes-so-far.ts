import { spentMinutes } from '../../core/review/spent-minutes.ts'
import type { ReviewAnswer } from '../../storage/review/answers.ts'
import { listKeptSubmissions } from '../../storage/review/kept-submission.ts'
import type { ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

/**
 * What an open review seems to have taken one of its reviewers so far, in whatever window and on whatever machine; with
 * what they stated before it was sent back.
 */
export async function minutesSoFar(
  reader: PersonalReader,
  head: ReviewHead,
  own: readonly Pick<ReviewAnswer, 'answeredAt'>[],
): Promise<number> {
  const last = (await listKeptSubmissions(reader, head.id)).at(-1)
  const since = head.apart ? head.ownSubmittedAt : (last?.submittedAt ?? null)
  const stated = (head.apart ? head.ownMinutes : last?.minutes) ?? 0
  const saved = own.map(({ answeredAt }) => answeredAt).filter((at) => since === null || at > since)
  const spent = spentMinutes(saved)
  // A form that was taken back as a slip keeps what was stated with it.
  return head.apart ? Math.max(stated, spent) : stated + spent
}
