import { sql } from 'kysely'
import { shareOfFullest, type CoveredFrom } from '../../../core/caseflow/flow/covered-from.ts'
import type { Reader } from '../../transaction.ts'
import { dayNumberSql } from './flow-sql.ts'

/** The same as `coveredFrom` of the cases. */
export async function countCoveredFrom({ db }: Reader): Promise<CoveredFrom> {
  const { rows } = await sql<CoveredFrom[number]>`
    with firsts as (select min(day) as day from case_event group by case_id),
      months as (select min(day) as day, count(*) as cases from firsts group by date_trunc('month', day))
    select null as unit, ${dayNumberSql(sql`min(day)`)} as day from months
    where cases * ${shareOfFullest}::int >= (select max(cases) from months) having min(day) is not null`.execute(
    db,
  )
  return rows
}
