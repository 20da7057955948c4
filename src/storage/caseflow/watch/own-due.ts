import { sql } from 'kysely'
import type { PersonId } from '../../ids.ts'
import type { PersonalReader, Reader } from '../../transaction.ts'

export interface OwnDue {
  readonly count: number
  /** The earliest day of them; null where there is none. */
  readonly due: string | null
  readonly overdue: number
}

/** What is not done in a caseworker's cases and ends by a day, or has ended. */
export async function countOwnDue(
  reader: PersonalReader,
  initials: string,
  { now, until }: { readonly now: Date; readonly until: string },
): Promise<OwnDue> {
  const { rows } = await sql<OwnDue>`
    select count(*)::int as count, min(d.due_on) as due, count(*) filter (where d.ends_at <= ${now})::int as overdue
    from case_deadline d
    where d.caseworker = ${initials} and d.verdict = 'pending' and d.due_on <= ${until}::date`.execute(
    reader.db,
  )
  return rows[0] ?? { count: 0, due: null, overdue: 0 }
}

/**
 * Caseworkers in whose cases something ends after today and by a day, or within hours today, who are not away and have not
 * been told today; at most 5,000.
 */
export async function listPeopleDueSoon(
  reader: Reader,
  { now, today, until }: { readonly now: Date; readonly today: string; readonly until: string },
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p
    where p.initials <> ''
      and exists (select from case_deadline d where d.caseworker = p.initials and d.verdict = 'pending' and d.ends_at > ${now}
        and d.due_on <= ${until}::date and (d.due_on > ${today}::date or d.due_at is not null))
      and not exists (select from absence a where a.person_id = p.id and a.taken_back_at is null
        and ${today}::date between a.valid_from and a.valid_to)
      and not exists (select from notification n where n.person_id = p.id and n.kind = 'case-deadlines-due'
        and n.once = ${today})
    order by p.id limit 5000`.execute(reader.db)
  return rows.map(({ id }) => id)
}
