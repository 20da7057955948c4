import { sql, type RawBuilder } from 'kysely'
import type { CompiledFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import type { FlowWindow } from '../../../core/caseflow/flow/flow-window.ts'
import { daysLeftBands } from '../../../core/caseflow/flow/week-report.ts'
import type { WeekTallies } from '../../../core/caseflow/flow/week-tallies.ts'
import type { Reader } from '../../transaction.ts'
import { countCoveredFrom, countEndsFrom } from './count-covered-from.ts'
import { bandSql, dayNumberSql, isRunningSql, onDay, countedStateSql, unitKey } from './flow-sql.ts'

/** What a weekly report is made of, added up in the database; the same as `tallyWeek` of the cases. */
export async function countWeek(
  reader: Reader,
  flow: CompiledFlow,
  window: FlowWindow,
): Promise<WeekTallies> {
  const { db } = reader
  const { period, periods, day, cohortFrom, now } = window
  const first = periods[0]?.from ?? period.from
  const shown = sql`from_on between ${onDay(first)} and ${onDay(period.to)}`
  const isOpen = sql`(to_on is null or to_on > ${onDay(day)})`
  const list = async <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> => (await query.execute(db)).rows
  const week = (of: RawBuilder<unknown>) => dayNumberSql(sql`date_trunc('week', ${of})::date`)

  const received = await list(sql<WeekTallies['received'][number]>`
    select ${unitKey} as unit, ${week(sql`from_on`)} as week, key = 'new' as "isNew", outcome, count(*)::int as count
    from case_flow where fact = 'received' and ${shown} group by 1, 2, 3, 4`)
  const steps = await list(sql<WeekTallies['steps'][number]>`
    select ${unitKey} as unit, ${week(sql`from_on`)} as week, key as step, count(*)::int as count
    from case_flow where fact = 'step' and ${shown} group by 1, 2, 3`)
  const prompt = await list(sql<WeekTallies['prompt'][number]>`
    select ${unitKey} as unit, ${week(sql`started_on`)} as week, ${countedStateSql(now)} as state, count(*)::int as count
    from case_deadline d where rule = any(${flow.prompt.map(({ id }) => id)}::text[])
      and started_on between ${onDay(first)} and ${onDay(period.to)}
    group by 1, 2, 3`)
  const finished = await list(sql<WeekTallies['finished'][number]>`
    select ${unitKey} as unit, key as time, count(*)::int as count, sum(to_on - from_on)::int as days
    from case_flow where fact = 'time' and outcome = 'done' and to_on between ${onDay(period.from)} and ${onDay(day)}
    group by 1, 2`)
  const endsFrom = await countEndsFrom(reader)
  const cohorts = sql`(case_flow f left join unnest(${endsFrom.map(({ time }) => time)}::text[],
    ${endsFrom.map(({ day: first }) => first)}::int[]) as e (time, day) on e.time = f.key)`
  const cohort = sql`greatest(${onDay(cohortFrom)}, date '1970-01-01' + e.day)`
  const lasting = await list(sql<WeekTallies['lasting'][number]>`
    select ${unitKey} as unit, key as time,
      (case when ${isOpen} then ${onDay(day)} else to_on end) - from_on as days,
      case when ${isOpen} then 'open' when outcome = 'done' then 'done' else 'stopped' end as state,
      count(*)::int as count
    from ${cohorts} where fact = 'time' and from_on between ${cohort} and ${onDay(day)}
    group by 1, 2, 3, 4`)
  const openBefore = await list(sql<WeekTallies['openBefore'][number]>`
    select ${unitKey} as unit, key as time, count(*)::int as count
    from ${cohorts} where fact = 'time' and from_on < ${cohort} and ${isOpen} group by 1, 2`)
  const running = await list(sql<{ unit: string | null; band: number; cases: number; deadlines: number }>`
    with running as materialized (
      select d.case_id, ${unitKey} as unit, ${bandSql(window)} as band from case_deadline d
      where ${isRunningSql(window)} and d.verdict <> 'cannot-tell'
    ), firsts as (
      select case when grouping(unit) = 1 then null else unit end as unit, min(band) as band
      from running group by grouping sets ((case_id, unit), (case_id))
    ), counted as (
      select unit, band, count(*)::int as cases, 0 as deadlines from firsts group by 1, 2
      union all
      select case when grouping(unit) = 1 then null else unit end, band, 0, count(*)::int
      from running group by grouping sets ((unit, band), (band))
    )
    select unit, band, sum(cases)::int as cases, sum(deadlines)::int as deadlines from counted group by 1, 2`)
  const cannotTell = await list(sql<WeekTallies['cannotTell'][number]>`
    select ${unitKey} as unit, count(*)::int as count from case_deadline d
    where ${isRunningSql(window)} and d.verdict = 'cannot-tell' group by 1`)
  return {
    covered: await countCoveredFrom(reader),
    endsFrom,
    received,
    steps,
    prompt,
    finished,
    lasting,
    openBefore,
    running: running.map(({ band, ...row }) => ({ ...row, band: daysLeftBands[band] ?? 'more' })),
    cannotTell,
  }
}
