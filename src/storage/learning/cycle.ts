import { sql } from 'kysely'
import type { UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface LeftByVisits {
  readonly open: number
  readonly overdue: number
}

/** Attention points of a unit's held visits that nobody has settled. */
export async function countOpenPoints(reader: Reader, unit: UnitId, today: string): Promise<LeftByVisits> {
  const { rows } = await sql<LeftByVisits>`
    select count(*)::int as open, (count(*) filter (where p.due_on < ${today}::date))::int as overdue
    from visit_point as p join learning_visit as v on v.id = p.visit_id
    where v.unit_id = ${unit} and v.closed_as = 'held' and p.outcome is null`.execute(reader.db)
  return rows[0] ?? { open: 0, overdue: 0 }
}

/** Four-box proposals that a unit's people shared and did not take back. */
export async function countProposals(reader: Reader, unit: UnitId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from four_box
    where unit_id = ${unit} and shared_at is not null and withdrawn_at is null`.execute(reader.db)
  return rows[0]?.count ?? 0
}
