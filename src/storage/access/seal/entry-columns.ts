import { sql, type RawBuilder } from 'kysely'
import type { Log } from '../../../core/access/seal/entry.ts'

/** The table of a log; `e` stands for its row. */
export function entryTable(log: Log): RawBuilder<unknown> {
  return sql.table(log === 'access' ? 'access_entry' : 'change_entry')
}

/** All that is sealed of a row, as PostgreSQL writes it: a number or time that went through JavaScript could lose digits. */
export function entryColumns(log: Log): RawBuilder<unknown> {
  const room = log === 'access' ? sql`null::text` : sql.ref('e.room')
  return sql`e.id::text as id, extract(epoch from e.at)::text as at, e.person_id::text as person,
    e.session_id::text as session, e.act, ${room} as room, e.subject_kind as "subjectKind",
    e.subject_id as "subjectId", e.detail::text as detail`
}

export type EntryColumns = Readonly<
  Record<'id' | 'at' | 'act' | 'subjectKind' | 'detail', string> &
    Record<'person' | 'session' | 'room' | 'subjectId', string | null>
>
