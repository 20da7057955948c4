import { sql } from 'kysely'
import type { FindingId, PersonId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface RestorationReminder {
  readonly finding: FindingId
  /** Who is responsible; they are not away. */
  readonly person: PersonId
  readonly due: string
}

/**
 * Restorations due between two days of which whoever is responsible has not been told for that day, by person. A plan's new
 * due day is told of anew.
 */
export async function listRestorationsDueSoon(
  reader: Reader,
  today: string,
  until: string,
): Promise<readonly RestorationReminder[]> {
  const { rows } = await sql<RestorationReminder>`
    select f.id as finding, f.responsible_id as person, f.due_on as due from finding as f
    where not f.closed and f.state in ('planned', 'contacted')
      and f.due_on between ${today}::date and ${until}::date
      and not exists (select from absence as a where a.person_id = f.responsible_id and a.taken_back_at is null
        and ${today}::date between a.valid_from and a.valid_to)
      and not exists (select from notification as n where n.person_id = f.responsible_id and n.kind = 'finding-due'
        and n.subject_id = f.id and n.once = f.due_on::text)
    order by f.responsible_id, f.due_on, f.id limit 2000`.execute(reader.db)
  return rows
}
