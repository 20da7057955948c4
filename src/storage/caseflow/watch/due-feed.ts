import { sql } from 'kysely'
import type { Language } from '../../../core/language/language.ts'
import type { DueFeedId, UnitId } from '../../ids.ts'
import type { PersonalReader, Reader, Writer } from '../../transaction.ts'

interface DueFeed {
  readonly id: DueFeedId
  readonly unitId: UnitId
  readonly unit: string
  readonly language: Language
  readonly createdAt: Date
}

/** The claimed person's calendars that still answer, by unit. */
export async function listOwnFeeds(reader: Reader): Promise<readonly DueFeed[]> {
  return feeds(reader)
    .where('f.person_id', '=', sql<never>`sealed.current_person()`)
    .execute()
}

/** A calendar that still answers. */
export async function findFeed(reader: Reader, id: DueFeedId): Promise<DueFeed | undefined> {
  return feeds(reader).where('f.id', '=', id).executeTakeFirst()
}

function feeds(reader: Reader) {
  return reader.db
    .selectFrom('due_feed as f')
    .innerJoin('unit as u', 'u.id', 'f.unit_id')
    .select(['f.id', 'f.unit_id as unitId', 'u.name as unit', 'f.language', 'f.created_at as createdAt'])
    .where('f.ended_at', 'is', null)
    .orderBy('u.name')
    .orderBy('f.id')
    .limit(500)
}

/** Adds a calendar of the claimed person with its address. */
export async function addFeed(
  writer: Writer,
  feed: { readonly id: DueFeedId; readonly unit: UnitId; readonly language: Language; readonly at: Date },
  tokenHash: Uint8Array,
): Promise<void> {
  await sql`
    insert into due_feed (id, person_id, unit_id, language, created_at)
    values (${feed.id}, sealed.current_person(), ${feed.unit}, ${feed.language}, ${feed.at})`.execute(
    writer.db,
  )
  await sql`select sealed.open_due_feed(${feed.id}, ${Buffer.from(tokenHash)})`.execute(writer.db)
}

/** Ends the claimed person's calendar; its address answers no more. False where there is none of theirs. */
export async function endFeed(writer: Writer, id: DueFeedId, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update due_feed set ended_at = greatest(created_at, ${at}::timestamptz)
    where id = ${id} and person_id = sealed.current_person() and ended_at is null returning id`.execute(
    writer.db,
  )
  if (rows.length === 0) return false
  await sql`select sealed.close_due_feed(${id})`.execute(writer.db)
  return true
}

/** The last days of what is not done in a unit's cases, the oldest first; at most 5,000. */
export async function listUnitDueDays(
  reader: PersonalReader,
  unit: UnitId,
  until: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`
    select d.due_on as day from case_deadline d
    where d.unit_id = ${unit} and d.verdict = 'pending' and d.due_on <= ${until}::date
    order by d.ends_at, d.case_id, d.n limit 5000`.execute(reader.db)
  return rows.map(({ day }) => day)
}
