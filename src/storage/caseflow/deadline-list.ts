import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

/** Whose deadlines somebody may see. */
export interface DeadlineViewer {
  /** Undefined: all of the municipality. */
  readonly units: readonly UnitId[] | undefined
  /** The case system's code of the person; their own cases are theirs to see. */
  readonly initials: string
}

/** A deadline's state now: what was judged, and whether the time is up for what is not done. */
export type ListedState = 'running' | 'open' | 'met' | 'late' | 'cannot-tell'

export interface DeadlineFilter {
  readonly unit?: UnitId | undefined
  readonly caseworker?: string | undefined
  readonly rule?: string | undefined
  readonly state?: ListedState | undefined
  /** Only what is not done. */
  readonly notDone?: boolean | undefined
  /** Of those that run, only what ends by this moment. */
  readonly runningUntil?: Date | undefined
  readonly caseId?: string | undefined
}

export interface ListedDeadline {
  readonly caseId: string
  readonly n: number
  readonly rule: string
  readonly rules: string
  readonly unitId: UnitId | null
  readonly unit: string
  readonly caseworker: string
  readonly caseworkerName: string | null
  readonly startedOn: string | null
  readonly startedAt: Date | null
  readonly dueOn: string | null
  readonly dueAt: Date | null
  readonly doneOn: string | null
  readonly doneAt: Date | null
  readonly state: ListedState
  /** As judged; of an open one null. */
  readonly lateBy: number | null
  readonly because: string | null
}

function isVisible({ units, initials }: DeadlineViewer): RawBuilder<boolean> {
  if (units === undefined) return sql`true`
  const own = sql`d.caseworker = ${initials}`
  return units.length === 0 ? sql`${own}` : sql`(d.unit_id = any(${units}::uuid[]) or ${own})`
}

function stateAt(now: Date): RawBuilder<ListedState> {
  return sql`case when d.verdict <> 'pending' then d.verdict when d.ends_at <= ${now} then 'open' else 'running' end`
}

function hasState(state: ListedState, now: Date): RawBuilder<boolean> {
  if (state === 'running') return sql`(d.verdict = 'pending' and (d.ends_at is null or d.ends_at > ${now}))`
  if (state === 'open') return sql`(d.verdict = 'pending' and d.ends_at <= ${now})`
  return sql`d.verdict = ${state}`
}

function fits(
  { unit, caseworker, rule, state, notDone, runningUntil, caseId }: DeadlineFilter,
  now: Date,
): RawBuilder<boolean> {
  const parts = [
    ...(unit === undefined ? [] : [sql`d.unit_id = ${unit}`]),
    ...(caseworker === undefined ? [] : [sql`d.caseworker = ${caseworker}`]),
    ...(rule === undefined ? [] : [sql`d.rule = ${rule}`]),
    ...(caseId === undefined ? [] : [sql`d.case_id = ${caseId}`]),
    ...(notDone === true ? [sql`d.verdict = 'pending'`] : []),
    ...(runningUntil === undefined ? [] : [sql`(d.verdict <> 'pending' or d.ends_at <= ${runningUntil})`]),
    ...(state === undefined ? [] : [hasState(state, now)]),
  ]
  return parts.length === 0 ? sql`true` : sql`${sql.join(parts, sql` and `)}`
}

/** Running ones first, the next to end before the others; then those not done in time, the latest before the oldest. */
const inOrder = (now: Date) => sql`order by
  case when d.verdict <> 'pending' then 2 when d.ends_at <= ${now} then 1 else 0 end,
  case when d.ends_at > ${now} then d.ends_at end, d.ends_at desc nulls last, d.due_on desc nulls last, d.case_id, d.n`

export async function listDeadlines(
  reader: PersonalReader,
  viewer: DeadlineViewer,
  asked: { readonly filter: DeadlineFilter; readonly now: Date },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly ListedDeadline[]> {
  const { filter, now } = asked
  const { rows } = await sql<ListedDeadline>`
    with page as (
      select d.* from case_deadline d where ${isVisible(viewer)} and ${fits(filter, now)} ${inOrder(now)}
      limit ${limit} offset ${offset})
    select d.case_id as "caseId", d.n, d.rule, d.rules, d.unit_id as "unitId", coalesce(u.name, d.unit) as unit,
      d.caseworker, p.name as "caseworkerName", d.started_on as "startedOn", d.started_at as "startedAt",
      d.due_on as "dueOn", d.due_at as "dueAt", d.done_on as "doneOn", d.done_at as "doneAt",
      ${stateAt(now)} as state, d.late_by as "lateBy", d.because
    from page d left join unit u on u.id = d.unit_id
    left join lateral (select name from person where initials = d.caseworker order by id limit 1) p on true
    ${inOrder(now)}`.execute(reader.db)
  return rows
}

/** How many there are by state; what the filter says of the state is left out. */
export async function countDeadlines(
  reader: PersonalReader,
  viewer: DeadlineViewer,
  { filter, now }: { readonly filter: DeadlineFilter; readonly now: Date },
): Promise<Readonly<Partial<Record<ListedState, number>>>> {
  const { rows } = await sql<{ state: ListedState; count: number }>`
    select ${stateAt(now)} as state, count(*)::int as count from case_deadline d
    where ${isVisible(viewer)} and ${fits({ ...filter, state: undefined, notDone: undefined }, now)}
    group by 1 order by 1`.execute(reader.db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Whether a case has a deadline that the viewer may see. */
export async function seesCase(reader: Reader, viewer: DeadlineViewer, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select exists (select from case_deadline d where d.case_id = ${caseId} and ${isVisible(viewer)}) as sees`.execute(
    reader.db,
  )
  return rows[0]?.sees === true
}

export interface Punctuality {
  readonly rule: string
  /** Done, or their time is up. */
  readonly due: number
  readonly late: number
}

/** Of the deadlines that fell due in a period, how many were not kept, by rule; what cannot be told is left out. */
export async function countPunctuality(
  reader: PersonalReader,
  viewer: DeadlineViewer,
  { filter, now }: { readonly filter: DeadlineFilter; readonly now: Date },
  from: string,
): Promise<readonly Punctuality[]> {
  const { rows } = await sql<Punctuality>`
    select d.rule, count(*)::int as due,
      count(*) filter (where d.verdict <> 'met')::int as late
    from case_deadline d
    where ${isVisible(viewer)} and ${fits({ ...filter, state: undefined, notDone: undefined, runningUntil: undefined }, now)}
      and d.due_on >= ${from}::date and d.ends_at <= ${now} and d.verdict in ('met', 'late', 'pending')
    group by d.rule order by d.rule`.execute(reader.db)
  return rows
}

export interface DeadlineChoices {
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly caseworkers: readonly { readonly code: string; readonly name: string | null }[]
  readonly rules: readonly string[]
  /** Whether there is any deadline to see at all, done ones too. */
  readonly any: boolean
}

/** What a list can be filtered by: what the deadlines not done have that the viewer sees. */
export async function listDeadlineChoices(
  reader: PersonalReader,
  viewer: DeadlineViewer,
): Promise<DeadlineChoices> {
  const { rows } = await sql<DeadlineChoices>`
    with seen as materialized (
      select distinct d.unit_id, d.caseworker, d.rule from case_deadline d
      where ${isVisible(viewer)} and d.verdict = 'pending')
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name) from unit u
        where u.id in (select unit_id from seen)), '[]') as units,
      coalesce((select jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) order by s.name nulls last, s.code) from (
        select distinct on (seen.caseworker) seen.caseworker as code, p.name
        from seen left join person p on p.initials = seen.caseworker
        where seen.caseworker <> '' order by seen.caseworker, p.id) s), '[]') as caseworkers,
      array(select distinct rule from seen order by 1) as rules,
      exists (select from case_deadline d where ${isVisible(viewer)}) as any`.execute(reader.db)
  return rows[0] ?? { units: [], caseworkers: [], rules: [], any: false }
}
