import type { ReviewEventKind } from '../../core/review/review-event.ts'
import type { PersonId, ReviewId } from '../ids.ts'
import type { LogDetail } from '../tables/access.ts'
import { toJson } from '../tables/column.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface NewReviewEvent {
  readonly review: ReviewId
  /** Null: the program did it. */
  readonly by: PersonId | null
  readonly kind: ReviewEventKind
  /** In the person's own words. */
  readonly reason?: string | null
  /** Codes and ids only. */
  readonly detail?: LogDetail
}

/** Adds to a review's history, which nobody can change. */
export async function saveReviewEvents(writer: Writer, events: readonly NewReviewEvent[]): Promise<void> {
  if (events.length === 0) return
  await writer.db
    .insertInto('review_event')
    .values(
      events.map(({ review, by, kind, reason, detail }) => ({
        review_id: review,
        person_id: by,
        kind,
        reason: reason ?? null,
        detail: toJson(detail ?? {}),
      })),
    )
    .execute()
}

export interface ReviewEvent {
  readonly at: Date
  /** Null: the program. */
  readonly by: string | null
  readonly personId: PersonId | null
  readonly kind: ReviewEventKind
  readonly reason: string | null
  readonly detail: LogDetail
}

/** A review's history, the oldest first. */
export async function listReviewEvents(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly ReviewEvent[]> {
  return reader.db
    .selectFrom('review_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'p.name as by', 'e.person_id as personId', 'e.kind', 'e.reason', 'e.detail'])
    .where('e.review_id', '=', review)
    .orderBy('e.at')
    .orderBy('e.id')
    .limit(500)
    .execute()
}
