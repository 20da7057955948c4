import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { PersonId } from '../ids.ts'
import type { LogDetail, Room } from '../tables/access.ts'
import type { PersonalReader } from '../transaction.ts'
import type { RecordSubject } from './record-subjects.ts'

/** One entry of either log that is about somebody's cases. */
export interface RecordLook {
  readonly log: 'access' | 'change'
  readonly id: number
  readonly at: Date
  readonly person: { readonly id: PersonId; readonly name: string; readonly initials: string } | null
  /** What the person was that day, and the names of the units. */
  readonly roles: readonly { readonly role: Role; readonly unit: string | null }[]
  readonly act: string
  readonly room: Room | null
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly detail: LogDetail
}

export interface LooksWanted {
  readonly cases: readonly string[]
  readonly subjects: readonly RecordSubject[]
  /** Only what is older than this entry; undefined: from the newest on. */
  readonly before: { readonly log: 'access' | 'change'; readonly id: number } | undefined
  /** As `access:17`. */
  readonly without: readonly string[]
}

interface Row extends Omit<RecordLook, 'person'> {
  readonly personId: PersonId | null
  readonly name: string | null
  readonly initials: string | null
}

/**
 * Who looked at these cases or changed something of them, the newest first. By index in each part, so that it takes the time of
 * what is found, however long the logs are: what entries are about themselves, and what lists and files showed.
 */
export async function listLooks(
  reader: PersonalReader,
  { cases, subjects, before, without }: LooksWanted,
  limit: number,
): Promise<readonly RecordLook[]> {
  const kinds = subjects.map(({ kind }) => kind)
  const ids = subjects.map(({ id }) => id)
  const about = sql`(select * from unnest(${kinds}::text[], ${ids}::text[]) as wanted(kind, id))`
  // By the entry and not by its time as we have it: the database counts microseconds, and we count milliseconds.
  const older =
    before === undefined
      ? sql`true`
      : sql`(at, log, id) < (
          (select e.at from ${sql.table(before.log === 'access' ? 'access_entry' : 'change_entry')} e
            where e.id = ${before.id}), ${before.log}::text, ${before.id}::bigint)`
  const { rows } = await sql<Row>`
    with looks as (
      select distinct on (log, id) * from (
        select 'access' as log, e.id, e.at, e.person_id, e.act, null::text as room, e.subject_kind, e.subject_id, e.detail
        from ${about} s join access_entry e on e.subject_kind = s.kind and e.subject_id = s.id
        union all
        select 'access', e.id, e.at, e.person_id, e.act, null, e.subject_kind, e.subject_id, e.detail
        from access_hit h join access_entry e on e.id = h.entry_id
        where h.case_id = any(${cases}::text[])
        union all
        select 'change', e.id, e.at, e.person_id, e.act, e.room, e.subject_kind, e.subject_id, e.detail
        from ${about} s join change_entry e on e.subject_kind = s.kind and e.subject_id = s.id
      ) found
      where ${older} and log || ':' || id <> all(${without}::text[])
    ), page as (
      select * from looks order by at desc, log desc, id desc limit ${limit}
    )
    select l.log, l.id, l.at, l.person_id as "personId", p.name, p.initials, l.act, l.room,
      l.subject_kind as "subjectKind", l.subject_id as "subjectId", l.detail - 'cases' as detail,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', r.role, 'unit', u.name) order by r.role, u.name)
        from role_assignment r left join unit u on u.id = r.unit_id
        where r.person_id = l.person_id
          and (l.at at time zone 'Europe/Copenhagen')::date between r.valid_from and coalesce(r.valid_to, 'infinity')
      ), '[]') as roles
    from page l left join person p on p.id = l.person_id
    order by l.at desc, l.log desc, l.id desc`.execute(reader.db)
  return rows.map(({ personId, name, initials, ...look }) => ({
    ...look,
    person: personId === null ? null : { id: personId, name: name ?? '', initials: initials ?? '' },
  }))
}
