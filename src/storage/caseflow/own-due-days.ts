import { sql } from 'kysely'
import type { PersonalReader } from '../transaction.ts'

/** The last days of what is not done in a caseworker's cases, the oldest first; at most 1,000. */
export async function listOwnDueDays(
  reader: PersonalReader,
  initials: string,
  until: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`
    select d.due_on as day from case_deadline d
    where d.caseworker = ${initials} and d.verdict = 'pending' and d.due_on <= ${until}::date
    order by d.ends_at, d.case_id, d.n limit 1000`.execute(reader.db)
  return rows.map(({ day }) => day)
}
