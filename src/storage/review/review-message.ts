import { sql } from 'kysely'
import type { PersonId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import type { PairIds } from './difference-move.ts'

export interface ReviewMessage {
  readonly at: Date
  readonly personId: PersonId
  readonly by: string
  readonly text: string
}

/** What two neighbour levels' reviewers wrote to each other about a question, the oldest first. */
export async function listMessages(
  reader: PersonalReader,
  { review, below }: PairIds,
  question: string,
): Promise<readonly ReviewMessage[]> {
  return reader.db
    .selectFrom('review_message as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.at', 'm.person_id as personId', 'p.name as by', 'm.text'])
    .where('m.review_id', '=', review)
    .where('m.below_id', '=', below)
    .where('m.question_key', '=', question)
    .orderBy('m.id')
    .limit(1000)
    .execute()
}

/** How many messages each question has; nothing of what they say. */
export async function countMessages(
  reader: Reader,
  { review, below }: PairIds,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.db
    .selectFrom('review_message')
    .select(({ fn }) => ['question_key as question', fn.countAll<string>().as('count')])
    .where('review_id', '=', review)
    .where('below_id', '=', below)
    .groupBy('question_key')
    .orderBy('question_key')
    .execute()
  return new Map(rows.map(({ question, count }) => [question, Number(count)]))
}

export async function saveMessage(
  writer: Writer,
  of: PairIds & { readonly question: string; readonly by: PersonId; readonly text: string },
): Promise<void> {
  await writer.db
    .insertInto('review_message')
    .values({
      review_id: of.review,
      below_id: of.below,
      question_key: of.question,
      person_id: of.by,
      text: of.text,
    })
    .execute()
}

/** Those of the persons whom no unseen notice tells already that there are messages about the subject. */
export async function listUntold(
  reader: Reader,
  persons: readonly PersonId[],
  subject: string,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select id from unnest(${persons}::uuid[]) as p (id)
    where not exists (select from notification n where n.person_id = p.id and n.kind = 'thread-message'
      and n.subject_id = ${subject} and n.seen_at is null)
    order by id`.execute(reader.db)
  return rows.map(({ id }) => id)
}
