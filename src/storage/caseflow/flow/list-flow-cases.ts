import { sql, type RawBuilder } from 'kysely'
import type { CompiledFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import type { FlowRule } from '../../../core/caseflow/flow/flow-figures.ts'
import type { FlowStep } from '../../../core/caseflow/flow/flow-fact.ts'
import type { FlowWindow } from '../../../core/caseflow/flow/flow-window.ts'
import type { MonthCaseFigure, WeekCaseFigure } from '../../../core/caseflow/flow/listed-figures.ts'
import { daysLeftBands } from '../../../core/caseflow/flow/week-report.ts'
import type { UnitId } from '../../ids.ts'
import type { PersonalReader } from '../../transaction.ts'
import type { DeadlineViewer } from '../deadline-list.ts'
import { bandSql, dueOnSql, isRunningSql, onDay, planSql, stateSql } from './flow-sql.ts'

export interface AskedCases {
  readonly figure: WeekCaseFigure | MonthCaseFigure
  readonly flow: CompiledFlow
  readonly window: FlowWindow
  /** Of times and measures. */
  readonly key: string | undefined
  readonly unit: UnitId | undefined
}

export interface FlowCaseRow {
  readonly caseId: string
  readonly unit: string
  readonly from: string | null
  readonly to: string | null
  readonly due: string | null
  readonly rule: string | null
  readonly type: string | null
}

/** The cases behind a figure, of those the viewer may see; a case as often as the figure counts it. */
export async function listFlowCases(
  reader: PersonalReader,
  viewer: DeadlineViewer,
  asked: AskedCases,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly cases: readonly FlowCaseRow[]; readonly total: number }> {
  const seen = visible(viewer, asked.unit)
  const condition = conditionOf(asked)
  const found =
    condition.of === 'deadline'
      ? sql`select d.case_id as "caseId", d.n, d.unit_id, d.unit, d.started_on as "from", d.done_on as "to",
          d.due_on as due, d.rule, null::text as type
        from case_deadline d where ${condition.holds} and ${seen.deadline}`
      : sql`select f.case_id as "caseId", f.n, f.unit_id, f.unit, f.from_on as "from", f.to_on as "to",
          null::date as due, null::text as rule, case when f.fact = 'measure' then f.key end as type
        from case_flow f where ${condition.holds} and ${seen.fact}`
  const { rows } = await sql<FlowCaseRow>`
    select f."caseId", coalesce(u.name, f.unit) as unit, f."from", f."to", f.due, f.rule, f.type
    from (${found}) f left join unit u on u.id = f.unit_id
    order by f.due nulls last, f."from" desc nulls last, f."caseId", f.n limit ${limit} offset ${offset}`.execute(
    reader.db,
  )
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${found}) f`.execute(reader.db)
  return { cases: rows, total: counted[0]?.total ?? 0 }
}

interface Condition {
  readonly of: 'fact' | 'deadline'
  readonly holds: RawBuilder<boolean>
}

function visible({ units, initials }: DeadlineViewer, unit: UnitId | undefined) {
  const own = sql`exists (select from case_deadline o where o.case_id = f.case_id and o.caseworker = ${initials})`
  const of = (column: RawBuilder<unknown>, mine: RawBuilder<unknown>) => {
    const reach = units === undefined ? sql`true` : sql`(${column} = any(${units}::uuid[]) or ${mine})`
    return unit === undefined ? reach : sql`(${reach} and ${column} = ${unit})`
  }
  return {
    fact: of(sql`f.unit_id`, own),
    deadline: of(sql`d.unit_id`, sql`d.caseworker = ${initials}`),
  }
}

function conditionOf({ figure, flow, window, key }: AskedCases): Condition {
  const { period, day, now } = window
  const fact = (holds: RawBuilder<boolean>): Condition => ({ of: 'fact', holds })
  const deadline = (holds: RawBuilder<boolean>): Condition => ({ of: 'deadline', holds })
  const within = (column: RawBuilder<unknown>) =>
    sql`${column} between ${onDay(period.from)} and ${onDay(period.to)}`
  const begun = within(sql`f.from_on`)
  const runs = sql`f.from_on <= ${onDay(day)} and (f.to_on is null or f.to_on > ${onDay(day)})`
  const ofKey = key === undefined ? sql`true` : sql`f.key = ${key}`
  const band = daysLeftBands.findIndex((one) => one === figure)
  if (band !== -1)
    return deadline(
      sql`${isRunningSql(window)} and d.verdict <> 'cannot-tell' and ${bandSql(window)} = ${band}`,
    )
  const kept = keptOf(figure)
  if (kept?.of === 'prompt')
    return deadline(
      sql`d.rule = any(${ids(flow.prompt)}::text[]) and ${within(sql`d.started_on`)} and ${stateSql(now)} = ${kept.state}`,
    )
  if (kept !== undefined) {
    const rules = ids(kept.of === 'visits' ? flow.visits : flow.followUps)
    return deadline(
      sql`d.rule = any(${rules}::text[]) and ${within(dueOnSql)} and ${stateSql(now)} = ${kept.state}`,
    )
  }
  const step = stepOf[figure]
  if (step !== undefined) return fact(sql`f.fact = 'step' and f.key = ${step} and ${begun}`)
  const ofReceived = receivedOf[figure]
  if (ofReceived !== undefined) return fact(sql`f.fact = 'received' and ${begun} and ${ofReceived}`)
  if (figure === 'running-cannot-tell')
    return deadline(sql`${isRunningSql(window)} and d.verdict = 'cannot-tell'`)
  if (figure === 'finished')
    return fact(
      sql`f.fact = 'time' and ${ofKey} and f.outcome = 'done' and f.to_on between ${onDay(period.from)} and ${onDay(day)}`,
    )
  if (figure === 'open') return fact(sql`f.fact = 'time' and ${ofKey} and ${runs}`)
  const ended = within(sql`f.to_on`)
  if (figure === 'without-start')
    return fact(sql`f.fact in ('measure', 'placement') and f.outcome = 'loose' and ${ended}`)
  return fact(lastingOf(figure, { begun, runs, ofKey, ended, plan: planSql(window) }))
}

const stepOf: Partial<Record<AskedCases['figure'], FlowStep>> = {
  'assessments-opened': 'assessment-opened',
  'notifications-closed': 'notification-closed',
  'assessments-ended': 'assessment-ended',
  'cases-closed': 'case-closed',
  'follow-ups-held': 'follow-up-held',
  'visits-held': 'visit-held',
}

const receivedOf: Partial<Record<AskedCases['figure'], RawBuilder<boolean>>> = {
  received: sql`true`,
  'received-new': sql`f.key = 'new'`,
  'received-known': sql`f.key = 'known'`,
  assessed: sql`f.outcome = 'assessed'`,
  joined: sql`f.outcome = 'joined'`,
  settled: sql`f.outcome = 'settled'`,
  undecided: sql`f.outcome is null`,
}

function lastingOf(
  figure: string,
  {
    begun,
    runs,
    ofKey,
    ended,
    plan,
  }: Readonly<Record<'begun' | 'runs' | 'ofKey' | 'ended' | 'plan', RawBuilder<unknown>>>,
): RawBuilder<boolean> {
  const [what = '', how = ''] = figure.split('-')
  if (what === 'plans') return sql`f.fact = 'placement' and ${runs} and ${plan} = ${how}`
  const of = sql`f.fact = ${what === 'measures' ? 'measure' : 'placement'} and ${ofKey}`
  if (how === 'running') return sql`${of} and ${runs}`
  return how === 'started' ? sql`${of} and ${begun}` : sql`${of} and f.outcome <> 'loose' and ${ended}`
}

/** A figure of what became of deadlines: of which ones, and of which state. */
function keptOf(figure: string) {
  const [, of, state] = /^(prompt|follow-ups|visits)-(met|late|open|running|cannot-tell)$/.exec(figure) ?? []
  return of === undefined || state === undefined ? undefined : { of, state }
}

function ids(rules: readonly FlowRule[]): readonly string[] {
  return rules.map(({ id }) => id)
}
