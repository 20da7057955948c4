import { sql } from 'kysely'
import type { FeedbackReplyId, PersonId, ReviewId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

export interface OpenDispute {
  readonly id: FeedbackReplyId
  readonly review: ReviewId
  readonly unitId: UnitId
  readonly by: PersonId
  readonly at: Date
}

/** Disputes made before an instant that nobody has answered, and that nobody has been told are late; the oldest first. */
export async function listUnescalated(reader: Reader, before: Date): Promise<readonly OpenDispute[]> {
  const { rows } = await sql<OpenDispute>`
    select y.id, y.review_id as review, r.unit_id as "unitId", y.person_id as by, y.at
    from feedback_reply as y join review as r on r.id = y.review_id
    where y.kind = 'disputed' and y.at < ${before}
      and not exists (select from feedback_outcome as e where e.reply_id = y.id)
      and not exists (select from notification as n
        where n.kind = 'feedback-overdue' and n.subject_id = y.review_id and n.once = y.id::text)
    order by y.at, y.id limit 500`.execute(reader.db)
  return rows
}

/** Holds the dispute until the transaction ends; false when it has been answered, or somebody was told, meanwhile. */
export async function holdUnescalated(reader: PersonalReader, id: FeedbackReplyId): Promise<boolean> {
  const { rows: held } = await sql`select r.id from feedback_reply as y join review as r on r.id = y.review_id
    where y.id = ${id} for update of r`.execute(reader.db)
  const { rows } = await sql`select from feedback_reply as y where y.id = ${id}
    and not exists (select from feedback_outcome as e where e.reply_id = y.id)
    and not exists (select from notification as n
      where n.kind = 'feedback-overdue' and n.subject_id = y.review_id and n.once = y.id::text)`.execute(
    reader.db,
  )
  return held.length > 0 && rows.length > 0
}

/** Who was told of the dispute when it was made. */
export async function listFirstTold(
  reader: PersonalReader,
  { review, by }: Pick<OpenDispute, 'review' | 'by'>,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select person_id as person from notification
    where kind = 'feedback-disputed' and subject_id = ${review} and once = ${by}::text
    order by person_id limit 50`.execute(reader.db)
  return rows.map(({ person }) => person)
}
