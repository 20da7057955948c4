import { sql } from 'kysely'
import type { PersonId } from '../ids.ts'
import type { LogDetail, Room } from '../tables/access.ts'
import type { PersonalReader } from '../transaction.ts'

export interface LogFilter {
  /** Looks at personal data, or acts that changed something. */
  readonly kind: 'access' | 'change'
  /** Part of a person's name, or their initials. */
  readonly who: string | undefined
  readonly act: string | undefined
  /** Id of what was looked at or changed. */
  readonly subject: string | undefined
  /** Danish calendar days, both inclusive. */
  readonly from: string | undefined
  readonly until: string | undefined
  /** Only entries with a lower id. */
  readonly before: number | undefined
}

export interface LogEntry {
  readonly id: number
  readonly at: Date
  readonly person: { readonly id: PersonId; readonly name: string; readonly initials: string } | null
  readonly act: string
  /** Of a change. */
  readonly room: Room | null
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly detail: LogDetail
}

interface Row extends Omit<LogEntry, 'person'> {
  readonly personId: PersonId | null
  readonly name: string | null
  readonly initials: string | null
}

/** The newest entries that fit, at most `limit`. */
export async function searchLog(
  reader: PersonalReader,
  filter: LogFilter,
  limit: number,
): Promise<readonly LogEntry[]> {
  const table = sql.table(filter.kind === 'access' ? 'access_entry' : 'change_entry')
  const room = filter.kind === 'access' ? sql`null` : sql.ref('e.room')
  const pattern = filter.who === undefined ? null : `%${filter.who.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<Row>`
    select e.id, e.at, e.person_id as "personId", p.name, p.initials, e.act, ${room} as room,
      e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.detail
    from ${table} e left join person p on p.id = e.person_id
    where (${pattern}::text is null or e.person_id in (
        select id from person where name ilike ${pattern} or lower(initials) = lower(${filter.who ?? ''})))
      and (${filter.act ?? null}::text is null or e.act = ${filter.act ?? null})
      and (${filter.subject ?? null}::text is null or e.subject_id = ${filter.subject ?? null})
      and (${filter.from ?? null}::date is null
        or e.at >= (${filter.from ?? null}::date)::timestamp at time zone 'Europe/Copenhagen')
      and (${filter.until ?? null}::date is null
        or e.at < (${filter.until ?? null}::date + 1)::timestamp at time zone 'Europe/Copenhagen')
      and (${filter.before ?? null}::bigint is null or e.id < ${filter.before ?? null}::bigint)
    order by e.id desc limit ${limit}`.execute(reader.db)
  return rows.map(({ personId, name, initials, ...entry }) => ({
    ...entry,
    person: personId === null ? null : { id: personId, name: name ?? '', initials: initials ?? '' },
  }))
}

/** The acts that a log holds, for choosing among; the distinct ones are few. */
export async function listActs(reader: PersonalReader, kind: LogFilter['kind']): Promise<readonly string[]> {
  const table = sql.table(kind === 'access' ? 'access_entry' : 'change_entry')
  const { rows } = await sql<{ act: string }>`
    select distinct act from (select act from ${table} order by id desc limit 20000) recent
    order by act limit 200`.execute(reader.db)
  return rows.map(({ act }) => act)
}
