import type { PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface DraftSalt {
  readonly salt: Uint8Array
  readonly madeAt: Date
}

/** A person's salts that have not run out, the newest first. */
export async function listDraftSalts(
  reader: Reader,
  person: PersonId,
  after: Date,
): Promise<readonly DraftSalt[]> {
  return reader.db
    .selectFrom('draft_salt')
    .select(['salt', 'made_at as madeAt'])
    .where('person_id', '=', person)
    .where('made_at', '>', after)
    .orderBy('made_at', 'desc')
    .orderBy('salt')
    .limit(20)
    .execute()
}

export async function makeDraftSalt(writer: Writer, person: PersonId): Promise<DraftSalt> {
  return writer.db
    .insertInto('draft_salt')
    .values({ person_id: person })
    .returning(['salt', 'made_at as madeAt'])
    .executeTakeFirstOrThrow()
}

export async function hasDraftSaltsBefore(reader: Reader, before: Date): Promise<boolean> {
  const found = await reader.db
    .selectFrom('draft_salt')
    .select('person_id')
    .where('made_at', '<', before)
    .executeTakeFirst()
  return found !== undefined
}

export async function forgetDraftSalts(writer: Writer, before: Date): Promise<void> {
  await writer.db.deleteFrom('draft_salt').where('made_at', '<', before).execute()
}
