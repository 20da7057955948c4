import { sql } from 'kysely'
import type { PersonId, ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** Private notes are asked for by their writer's id in every statement: nobody else ever reads one. */
export interface Note {
  readonly question: string
  readonly text: string
}

export async function listNotes(
  reader: PersonalReader,
  review: ReviewId,
  writtenBy: PersonId,
): Promise<readonly Note[]> {
  return reader.db
    .selectFrom('review_note')
    .select(['question_key as question', 'text'])
    .where('review_id', '=', review)
    .where('person_id', '=', writtenBy)
    .orderBy('question_key')
    .limit(1000)
    .execute()
}

/**
 * Saves, or erases when `text` is null, where the note still reads `before`. False when it reads otherwise, so that two
 * windows of one person do not overwrite each other.
 */
export async function saveNote(
  writer: Writer,
  {
    review,
    question,
    writtenBy,
    text,
    before,
  }: {
    readonly review: ReviewId
    readonly question: string
    readonly writtenBy: PersonId
    readonly text: string | null
    readonly before: string | null
  },
): Promise<boolean> {
  if (before === null && text !== null) {
    const added = await writer.db
      .insertInto('review_note')
      .values({ review_id: review, question_key: question, person_id: writtenBy, text })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  if (text === null) {
    const erased = await writer.db
      .deleteFrom('review_note')
      .where('review_id', '=', review)
      .where('question_key', '=', question)
      .where('person_id', '=', writtenBy)
      .where('text', '=', before ?? '')
      .executeTakeFirst()
    return erased.numDeletedRows === 1n
  }
  const changed = await writer.db
    .updateTable('review_note')
    .set({ text })
    .where('review_id', '=', review)
    .where('question_key', '=', question)
    .where('person_id', '=', writtenBy)
    .where('text', '=', before ?? '')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Notes that are no longer needed: of closed rounds. Says only whether there are any. */
export async function hasOutlivedNotes(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from review_note n
    join review r on r.municipality_id = n.municipality_id and r.id = n.review_id
    join round o on o.municipality_id = r.municipality_id and o.id = r.round_id
    where o.state = 'closed') as any`.execute(reader.db)
  return rows[0]?.any ?? false
}

export async function eraseOutlivedNotes(writer: Writer): Promise<void> {
  await sql`delete from review_note n using review r, round o
    where r.municipality_id = n.municipality_id and r.id = n.review_id
      and o.municipality_id = r.municipality_id and o.id = r.round_id and o.state = 'closed'`.execute(
    writer.db,
  )
}
