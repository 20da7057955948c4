import { sql, type RawBuilder } from 'kysely'
import { isoDay } from '../../../core/calendar/day-number.ts'
import type { FlowWindow } from '../../../core/caseflow/flow/flow-window.ts'

/** Pieces that the reports' counts and lists of cases share, so that a figure and its cases never differ. `d` is a deadline. */

export function onDay(day: number): RawBuilder<string> {
  return sql`${isoDay(day)}::date`
}

/** Days since 1970-01-01. */
export function dayNumberSql(day: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(${day} - date '1970-01-01')`
}

/** Key of the unit: its id, or '' where none is known. */
export const unitKey = sql<string>`coalesce(unit_id::text, '')`

export function stateSql(now: number): RawBuilder<string> {
  return sql`case when d.verdict <> 'pending' then d.verdict when d.ends_at <= ${new Date(now)} then 'open' else 'running' end`
}

/** As `stateSql`, with what is met before its time is up apart. */
export function countedStateSql(now: number): RawBuilder<string> {
  return sql`case when d.verdict = 'met' and d.ends_at > ${new Date(now)} then 'met-early' else ${stateSql(now)} end`
}

/** Begun by the window's day and not done then, by what is known now, in a case that was not closed since. */
export function isRunningSql({ day }: FlowWindow): RawBuilder<boolean> {
  return sql`(d.started_on <= ${onDay(day)}
    and not exists (select from case_flow as c where c.case_id = d.case_id and c.fact = 'step' and c.key = 'case-closed'
      and c.from_on between d.started_on and ${onDay(day)})
    and (d.done_on > ${onDay(day)} or (d.verdict in ('pending', 'cannot-tell') and d.done_on is null)))`
}

/** The number of the band, in the order of `daysLeftBands`. */
export function bandSql({ day, asOf }: FlowWindow): RawBuilder<number> {
  return sql`case when d.ends_at is null or d.due_on is null then 5 when d.ends_at <= ${new Date(asOf)} then 0
    when d.due_on - ${onDay(day)} <= 1 then 1 when d.due_on - ${onDay(day)} <= 7 then 2
    when d.due_on - ${onDay(day)} <= 30 then 3 else 4 end`
}

/** Day that a repeated step's deadline is counted on. */
export const dueOnSql = sql`coalesce(d.due_on, case when d.verdict = 'cannot-tell' then coalesce(d.started_on, d.done_on) end)`

/** Whether a placement has a plan; of those that run. */
export function planSql({ day }: FlowWindow): RawBuilder<string> {
  return sql`case when plan_on <= ${onDay(day)} then 'made' when plan_due is null then 'none'
    when plan_due >= ${onDay(day)} then 'awaited' else 'overdue' end`
}
