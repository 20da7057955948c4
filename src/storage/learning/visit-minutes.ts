import type { MinutesSave } from '../../core/learning/minutes-wordings.ts'
import type { PersonId, VisitId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

/** Saves the minutes and keeps the wording for ever; returns its version. The visit must be held, as for every part of it. */
export async function saveMinutes(
  writer: Writer,
  id: VisitId,
  text: string,
  { by, at }: { readonly by: PersonId | null; readonly at: Date },
): Promise<number> {
  const { version } = await writer.db
    .updateTable('learning_visit')
    .set(({ eb }) => ({ minutes: text, minutes_version: eb('minutes_version', '+', 1) }))
    .where('id', '=', id)
    .returning('minutes_version as version')
    .executeTakeFirstOrThrow()
  await writer.db
    .insertInto('visit_minutes')
    .values({ visit_id: id, version, text, saved_by: by, saved_at: at })
    .execute()
  return version
}

export interface StoredSave extends MinutesSave {
  readonly by: PersonId | null
  readonly name: string | null
}

/** Minutes save themselves, so an afternoon's writing can be hundreds of saves. */
const most = 5000

/** Every save of a visit's minutes without its text, the first first. */
export async function listMinutesSaves(reader: PersonalReader, id: VisitId): Promise<readonly StoredSave[]> {
  return reader.db
    .selectFrom('visit_minutes as m')
    .leftJoin('person as p', 'p.id', 'm.saved_by')
    .select(['m.version', 'm.saved_by as by', 'm.saved_at as at', 'p.name'])
    .where('m.visit_id', '=', id)
    .orderBy('m.version')
    .limit(most)
    .execute()
}

/** The texts of some saves, by version. */
export async function listMinutesTexts(
  reader: PersonalReader,
  id: VisitId,
  versions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (versions.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('visit_minutes')
    .select(['version', 'text'])
    .where('visit_id', '=', id)
    .where('version', 'in', [...versions])
    .orderBy('version')
    .limit(versions.length)
    .execute()
  return new Map(rows.map(({ version, text }) => [version, text]))
}
