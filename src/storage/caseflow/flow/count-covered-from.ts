import { sql } from 'kysely'
import { shareOfFullest, type CoveredFrom } from '../../../core/caseflow/flow/covered-from.ts'
import type { WeekTallies } from '../../../core/caseflow/flow/week-tallies.ts'
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

/** Of each time, as `tallyWeek` finds it with `firstAsLater`. */
export async function countEndsFrom({ db }: Reader): Promise<WeekTallies['endsFrom']> {
  const { rows } = await sql<WeekTallies['endsFrom'][number]>`
    with months as (
        select key as time, min(to_on) as day, count(*) as ends from case_flow
        where fact = 'time' and from_on is not null and to_on is not null group by key, date_trunc('month', to_on)),
      fullest as (select time, max(ends) as ends from months group by time)
    select time, ${dayNumberSql(sql`min(day)`)} as day from months join fullest using (time)
    where months.ends * ${shareOfFullest}::int >= fullest.ends group by time order by time limit 1000`.execute(
    db,
  )
  return rows
}
