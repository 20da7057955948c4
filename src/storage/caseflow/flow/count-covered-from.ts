import { sql } from 'kysely'
import type { CoveredFrom } from '../../../core/caseflow/flow/covered-from.ts'
import type { Reader } from '../../transaction.ts'
import { dayNumberSql } from './flow-sql.ts'

/** The same as `coveredFrom` of the cases. */
export async function countCoveredFrom({ db }: Reader): Promise<CoveredFrom> {
  const { rows } = await sql<CoveredFrom[number]>`
    select null as unit, ${dayNumberSql(sql`min(day)`)} as day from case_event having min(day) is not null`.execute(
    db,
  )
  return rows
}
