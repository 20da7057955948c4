import { sql, type RawBuilder } from 'kysely'
import type { CompiledFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import type { FlowWindow } from '../../../core/caseflow/flow/flow-window.ts'
import type { MonthTallies } from '../../../core/caseflow/flow/month-tallies.ts'
import type { Reader } from '../../transaction.ts'
import { countCoveredFrom } from './count-covered-from.ts'
import { dayNumberSql, dueOnSql, onDay, planSql, countedStateSql, unitKey } from './flow-sql.ts'

/** What a monthly report is made of, added up in the database; the same as `tallyMonth` of the cases. */
export async function countMonth(
  reader: Reader,
  flow: CompiledFlow,
  window: FlowWindow,
): Promise<MonthTallies> {
  const { db } = reader
  const { period, periods, day, now } = window
  const first = periods[0]?.from ?? period.from
  const list = async <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> => (await query.execute(db)).rows
  const month = (of: RawBuilder<unknown>) => dayNumberSql(sql`date_trunc('month', ${of})::date`)
  const monthIn = (of: RawBuilder<unknown>) => sql`case when ${of} >= ${onDay(first)} then ${month(of)} end`
  const [followUps, visits] = [flow.followUps, flow.visits].map((rules) => rules.map(({ id }) => id))

  const lasting = await list(sql<MonthTallies['lasting'][number]>`
    with ends as (
      select fact, key, unit_id, from_on as day, 1 as started, 0 as ended from case_flow
      where fact in ('measure', 'placement') and from_on <= ${onDay(period.to)}
      union all
      select fact, key, unit_id, to_on, 0, 1 from case_flow
      where fact in ('measure', 'placement') and from_on is not null and to_on <= ${onDay(period.to)}
    )
    select fact as what, key as type, ${unitKey} as unit, ${monthIn(sql`day`)} as month, sum(started)::int as started,
      sum(ended)::int as ended
    from ends group by 1, 2, 3, 4`)
  const plans = await list(sql<MonthTallies['plans'][number]>`
    select ${unitKey} as unit, ${planSql(window)} as state, count(*)::int as count from case_flow
    where fact = 'placement' and from_on <= ${onDay(day)} and (to_on is null or to_on > ${onDay(day)}) group by 1, 2`)
  const due = await list(sql<MonthTallies['due'][number]>`
    select s.step, ${unitKey} as unit, ${month(dueOnSql)} as month, ${countedStateSql(now)} as state, count(*)::int as count
    from case_deadline d
    join (values ('follow-up', ${followUps}::text[]), ('visit', ${visits}::text[])) s(step, rules) on d.rule = any(s.rules)
    where ${dueOnSql} between ${onDay(first)} and ${onDay(period.to)} group by 1, 2, 3, 4`)
  const held = await list(sql<MonthTallies['held'][number]>`
    select case key when 'visit-held' then 'visit' else 'follow-up' end as step, ${unitKey} as unit,
      ${month(sql`from_on`)} as month, count(*)::int as count
    from case_flow where fact = 'step' and key in ('follow-up-held', 'visit-held')
      and from_on between ${onDay(first)} and ${onDay(period.to)} group by 1, 2, 3`)
  const loose = await list(sql<MonthTallies['loose'][number]>`
    select ${unitKey} as unit, count(*)::int as count from case_flow
    where fact in ('measure', 'placement') and outcome = 'loose'
      and to_on between ${onDay(period.from)} and ${onDay(period.to)} group by 1`)
  return { covered: await countCoveredFrom(reader), lasting, plans, due, held, loose }
}
