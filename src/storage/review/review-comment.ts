import type { ReviewState } from '../../core/review/review.ts'
import type { ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export async function getReviewComment(reader: PersonalReader, review: ReviewId): Promise<string | null> {
  return (await selectComment(reader, review)).comment
}

/** Whether the comment on the whole review reads as given; the text itself stays inside. */
export async function isReviewComment(
  reader: Reader,
  review: ReviewId,
  comment: string | null,
): Promise<boolean> {
  return (await selectComment(reader, review)).comment === comment
}

function selectComment(reader: Reader, review: ReviewId) {
  return reader.db.selectFrom('review').select('comment').where('id', '=', review).executeTakeFirstOrThrow()
}

/** Saves the comment on the whole review where it still reads `before`; false when another write came between. */
export async function saveReviewComment(
  writer: Writer,
  review: ReviewId,
  state: ReviewState,
  { before, comment }: { readonly before: string | null; readonly comment: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await writer.db
    .updateTable('review')
    .set((update) => ({ comment, version: update('version', '+', 1) }))
    .where('id', '=', review)
    .where('state', '=', state)
    .where('comment', 'is not distinct from', before)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
