import { sql } from 'kysely'
import type { FindingId, RoundId, UnitId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface OverdueFinding {
  readonly id: FindingId
  readonly unitId: UnitId
  readonly run: number
  readonly due: string
  readonly toldManager: boolean
  readonly toldDirector: boolean
}

function isTold(kind: string) {
  return sql`exists (select from finding_act as a where a.finding_id = f.id and a.run = f.run and a.kind = ${kind}
    and a.due_on = f.due_on)`
}

/** Restorations that are late and of which somebody has still to be told, the longest overdue first. */
export async function listOverdueUntold(reader: Reader, today: string): Promise<readonly OverdueFinding[]> {
  const { rows } = await sql<OverdueFinding>`
    select * from (
      select f.id, f.unit_id as "unitId", f.run, f.due_on as due, ${isTold('told-overdue')} as "toldManager",
        ${isTold('told-overdue-director')} as "toldDirector"
      from finding as f
      where not f.closed and f.due_on < ${today}::date and f.state in ('planned', 'contacted', 'proposed')) as f
    where not "toldManager" or not "toldDirector" order by due, id limit 500`.execute(reader.db)
  return rows
}

export interface WaitingFinding {
  readonly id: FindingId
  readonly unitId: UnitId
  readonly run: number
  /** Since when the unit's department manager may see it. */
  readonly visibleSince: Date
}

/**
 * Open findings that nobody has planned and nobody was told of, visible for eleven days at least, the longest waiting first.
 * `open`: the levels that must have submitted the case, in each open round.
 */
export async function listWaitingUntold(
  reader: Reader,
  open: readonly { readonly round: RoundId; readonly levels: readonly number[] }[],
  now: Date,
): Promise<readonly WaitingFinding[]> {
  const pairs = open.flatMap(({ round, levels }) => levels.map((level) => ({ round, level })))
  // From a Sunday ten working days end on the twelfth day after; whether they have is counted by the calendar elsewhere.
  const before = sql`${now}::timestamptz - interval '11 days'`
  const { rows } = await sql<WaitingFinding>`
    with pairs as (
      select * from unnest(${pairs.map(({ round }) => round)}::uuid[], ${pairs.map(({ level }) => level)}::int[])
        as v (round, level)),
    seen as (
      select f.id, f.unit_id, f.run, f.recorded_at,
        case when o.state = 'closed' then least(o.closed_at, s.submitted_at) else s.submitted_at end as opened,
        (select a.at from finding_act as a where a.finding_id = f.id and a.run = f.run and a.kind = 'reopen') as again
      from finding as f join round as o on o.id = f.round_id
        left join lateral (
          select max(x.submitted_at) as submitted_at from pairs as v
            join review as x on x.round_id = v.round and x.level = v.level and x.case_stage_id = f.case_stage_id
              and x.state = 'submitted'
          where v.round = f.round_id
          having count(*) = (select count(*) from pairs as p where p.round = f.round_id)) as s on true
      where f.state = 'open' and f.sources > 0 and not f.told_waiting and f.recorded_at < ${before})
    select id, unit_id as "unitId", run, greatest(recorded_at, opened, again) as "visibleSince"
    from seen where opened is not null and greatest(recorded_at, opened, again) < ${before}
    order by 4, id limit 2000`.execute(reader.db)
  return rows
}

/** Marks them as told; those that somebody else told of first are left out. */
export async function markToldWaiting(
  writer: Writer,
  findings: readonly FindingId[],
): Promise<readonly FindingId[]> {
  const { rows } = await sql<{ id: FindingId }>`
    update finding set told_waiting = true where id in (
      select id from finding where id = any(${findings}::uuid[]) and state = 'open' and not told_waiting
      order by id for no key update)
    returning id`.execute(writer.db)
  return rows.map(({ id }) => id)
}

/** Whether nobody has been told yet that it is overdue; until the transaction ends nobody else tells. */
export async function holdUntold(
  reader: Reader,
  { id, run, due }: OverdueFinding,
  kind: 'told-overdue' | 'told-overdue-director',
): Promise<boolean> {
  const { rows: held } =
    await sql`select from finding where id = ${id} and run = ${run} and due_on = ${due}::date
    and state in ('planned', 'contacted', 'proposed') for no key update`.execute(reader.db)
  if (held.length === 0) return false
  // A statement of its own: it sees what whoever held the row before has written.
  const { rows } =
    await sql`select from finding_act where finding_id = ${id} and run = ${run} and kind = ${kind}
    and due_on = ${due}::date limit 1`.execute(reader.db)
  return rows.length === 0
}

export interface UnverifiedFinding {
  readonly id: FindingId
  readonly unitId: UnitId
  readonly run: number
  readonly carriedOut: string
}

/** What the message of an unverified restoration is remembered by: carried out anew, it is told of anew. */
export function onceUnverified({ run, carriedOut }: Pick<UnverifiedFinding, 'run' | 'carriedOut'>): string {
  return `${run}/${carriedOut}`
}

/**
 * Restorations carried out on `until` or before that nobody has verified and nobody was told of, the longest waiting first.
 */
export async function listUnverifiedUntold(
  reader: Reader,
  until: string,
): Promise<readonly UnverifiedFinding[]> {
  const { rows } = await sql<UnverifiedFinding>`
    select f.id, f.unit_id as "unitId", f.run, f.carried_out_on as "carriedOut" from finding as f
    where not f.closed and f.state = 'carried-out' and f.carried_out_on <= ${until}::date
      and (f.id, f.run || '/' || f.carried_out_on) not in (
        select n.subject_id, n.once from notification as n
        where n.kind = 'finding-unverified' and n.subject_id is not null)
    order by f.carried_out_on, f.id limit 500`.execute(reader.db)
  return rows
}

/** Whether it still waits to be verified and nobody has been told; until the transaction ends nobody else tells. */
export async function holdUnverified(reader: Reader, finding: UnverifiedFinding): Promise<boolean> {
  const { id, run, carriedOut } = finding
  const { rows: held } =
    await sql`select from finding where id = ${id} and run = ${run} and state = 'carried-out'
    and carried_out_on = ${carriedOut}::date for no key update`.execute(reader.db)
  if (held.length === 0) return false
  // A statement of its own, as above.
  const { rows } = await sql`select from notification where kind = 'finding-unverified' and subject_id = ${id}
    and once = ${onceUnverified(finding)} limit 1`.execute(reader.db)
  return rows.length === 0
}
