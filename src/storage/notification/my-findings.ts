import { sql } from 'kysely'
import type { FindingState } from '../../core/finding/finding.ts'
import { hasPlanned, hasProposed, hasWorked } from '../finding/own-work.ts'
import { unplannedSince } from '../finding/unplanned-since.ts'
import { isVisible, type FindingViewer } from '../finding/visible-finding.ts'
import type { UnitId } from '../ids.ts'
import { isBarred } from '../review/independence.ts'
import type { PersonalReader } from '../transaction.ts'

/** Units an act reaches; undefined: all of the municipality. */
export type Reached = readonly UnitId[] | undefined

export interface RestorationRow {
  readonly unitId: UnitId
  readonly unit: string
  readonly state: FindingState
  readonly count: number
  /** Nothing that is carried out has a day of its plan any more. */
  readonly due: string | null
  /** The first day one of those that are carried out was; null: none is. */
  readonly carriedOut: string | null
  readonly overdue: number
}

function within(units: Reached) {
  return units === undefined ? sql`true` : sql`f.unit_id = any(${units}::uuid[])`
}

/**
 * Findings that wait for the viewer, by unit and state: planned and contacted ones they are responsible for, carried-out
 * ones they may verify, proposals they may approve. Nothing of it is their own work.
 */
export async function countMyRestorations(
  reader: PersonalReader,
  viewer: FindingViewer,
  {
    verify,
    approve,
    today,
    carriedOutLate,
  }: {
    readonly verify: Reached
    readonly approve: Reached
    readonly today: string
    /** What was carried out on this day or before is to have been verified. */
    readonly carriedOutLate: string
  },
): Promise<readonly RestorationRow[]> {
  const me = sql`${viewer.person}::uuid`
  const judges = sql`not ${hasWorked(me)} and not ${isBarred('c', me)}`
  const { rows } = await sql<RestorationRow>`
    select f.unit_id as "unitId", u.name as unit, f.state, count(*)::int as count, 
      min(f.due_on) filter (where f.state <> 'carried-out') as due,
      min(f.carried_out_on) filter (where f.state = 'carried-out') as "carriedOut",
      (count(*) filter (where case f.state when 'carried-out' then f.carried_out_on <= ${carriedOutLate}::date
        else f.due_on < ${today}::date end))::int as overdue
    from finding as f join unit as u on u.id = f.unit_id join case_stage as c on c.id = f.case_stage_id
    where not f.closed and (
        (f.state in ('planned', 'contacted') and f.responsible_id = ${me})
        or (f.state = 'carried-out' and ${within(verify)} and ${judges})
        or (f.state = 'proposed' and ${within(approve)} and not ${hasProposed(me)} and not ${hasPlanned(me)} and ${judges}))
      and ${isVisible(viewer)}
    group by f.unit_id, u.name, f.state order by u.name, f.unit_id, f.state limit 2000`.execute(reader.db)
  return rows
}

/** The days by which the viewer is to make errors good, the first first. */
export async function listMyRestorationDays(
  reader: PersonalReader,
  viewer: FindingViewer,
): Promise<readonly string[]> {
  const { rows } = await sql<{ due: string }>`
    select f.due_on as due from finding as f
    where not f.closed and f.responsible_id = ${viewer.person} and f.state in ('planned', 'contacted')
      and ${isVisible(viewer)}
    order by f.due_on, f.id limit 1000`.execute(reader.db)
  return rows.map(({ due }) => due)
}

export interface UnplannedRow {
  readonly unitId: UnitId
  readonly unit: string
  /** The day, in Denmark, since which they can be seen. */
  readonly since: string
  readonly count: number
}

/** Findings of these units that nobody has planned, by the day since which the viewer may see them. */
export async function countUnplanned(
  reader: PersonalReader,
  viewer: FindingViewer,
  units: readonly UnitId[],
): Promise<readonly UnplannedRow[]> {
  const { rows } = await sql<UnplannedRow>`
    with seen as materialized (
      select f.unit_id, ${unplannedSince(viewer)} as since from finding as f
      where f.state = 'open' and f.unit_id = any(${units}::uuid[]) and ${isVisible(viewer)})
    select f.unit_id as "unitId", u.name as unit, count(*)::int as count, f.since
    from seen as f join unit as u on u.id = f.unit_id
    group by f.unit_id, u.name, f.since order by u.name, f.unit_id, f.since limit 5000`.execute(reader.db)
  return rows
}

export interface RestoredToday {
  readonly restored: number
  readonly verified: number
  readonly approved: number
}

/** What the viewer has done about findings on a day, by the clock in Denmark. */
export async function countFindingsDone(
  reader: PersonalReader,
  { person }: FindingViewer,
  day: string,
): Promise<RestoredToday> {
  const { rows } = await sql<RestoredToday>`
    select (count(distinct finding_id) filter (where kind = 'carry-out'))::int as restored,
      (count(distinct finding_id) filter (where kind = 'verify'))::int as verified,
      (count(distinct finding_id) filter (where kind = 'approve'))::int as approved
    from finding_act where person_id = ${person} and kind in ('carry-out', 'verify', 'approve')
      and at >= ${day}::timestamp at time zone 'Europe/Copenhagen'`.execute(reader.db)
  return rows[0] ?? { restored: 0, verified: 0, approved: 0 }
}
