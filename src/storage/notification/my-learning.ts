import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../core/access/permissions.ts'
import type { InitiativeAct } from '../../core/learning/initiative-state.ts'
import type { InitiativeId, PersonId, UnitId, VisitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

export interface MyVisit {
  readonly id: VisitId
  readonly unitId: UnitId
  readonly unit: string
  readonly day: string
  /** It was noted as held, or its day is still to come or to be accounted for. */
  readonly held: boolean
  /** The person leads visits at its unit, or over all of them and planned this one. */
  readonly leads: boolean
}

/** Units where the person may do something today; whoever has left a unit leads and reads nothing there any more. */
type Where = Pick<Reach<UnitId>, 'municipality' | 'units'>

/** A visit older than this without minutes is left in peace. */
const longestBack = 365

/**
 * Visits that the person leads or takes part in: planned ones until a day, and of those led the ones that were held
 * without minutes. The first first.
 */
export async function listMyVisits(
  reader: PersonalReader,
  person: PersonId,
  {
    leads,
    reads,
    today,
    until,
  }: { readonly leads: Where; readonly reads: Where; readonly today: string; readonly until: string },
): Promise<readonly MyVisit[]> {
  const { rows } = await sql<MyVisit>`
    select v.id, v.unit_id as "unitId", u.name as unit, v.held_on as day, v.closed_as is not null as held, m.leads
    from learning_visit as v join unit as u on u.id = v.unit_id
      cross join lateral (select ${areLed(person, leads)} as leads) as m
    where (m.leads or (${reads.municipality}::boolean or v.unit_id = any(${reads.units}::uuid[]))
        and v.participants @> jsonb_build_array(jsonb_build_object('person', ${person}::text)))
      and v.held_on between ${today}::date - ${longestBack}::int and ${until}::date
      and (v.closed_as is null or (v.closed_as = 'held' and v.minutes = ''))
      and (m.leads or (v.closed_as is null and v.held_on >= ${today}::date))
    order by v.held_on, v.id limit 100`.execute(reader.db)
  return rows
}

/** Those of visits `v` that the person leads. */
function areLed(person: PersonId, { municipality, units }: Where): RawBuilder<boolean> {
  return sql<boolean>`(v.unit_id = any(${units}::uuid[])
    or (${municipality}::boolean and v.planned_by is not distinct from ${person}))`
}

export interface OpenPoints {
  readonly unitId: UnitId
  readonly unit: string
  readonly count: number
  readonly due: string | null
  readonly overdue: number
}

/** Attention points nobody has settled, by unit, of visits that the person leads. */
export async function countOpenPoints(
  reader: PersonalReader,
  person: PersonId,
  { leads, today }: { readonly leads: Where; readonly today: string },
): Promise<readonly OpenPoints[]> {
  const { rows } = await sql<OpenPoints>`
    select v.unit_id as "unitId", u.name as unit, count(*)::int as count, min(p.due_on) as due,
      (count(*) filter (where p.due_on < ${today}::date))::int as overdue
    from learning_visit as v join visit_point as p on p.visit_id = v.id join unit as u on u.id = v.unit_id
    where ${areLed(person, leads)} and p.outcome is null
      and v.closed_as is distinct from 'cancelled'
    group by v.unit_id, u.name order by u.name, v.unit_id limit 500`.execute(reader.db)
  return rows
}

/** Goals of these units that a round has judged since a moment, by unit. */
export async function countJudgedGoals(
  reader: PersonalReader,
  units: readonly UnitId[],
  since: Date,
): Promise<readonly { readonly unitId: UnitId; readonly unit: string; readonly count: number }[]> {
  const { rows } = await sql<{ unitId: UnitId; unit: string; count: number }>`
    select g.unit_id as "unitId", u.name as unit, count(*)::int as count
    from goal_judgement as j join goal as g on g.id = j.goal_id join unit as u on u.id = g.unit_id
    where g.unit_id = any(${units}::uuid[]) and j.judged_at >= ${since}
    group by g.unit_id, u.name order by u.name, g.unit_id limit 500`.execute(reader.db)
  return rows
}

export interface MyInitiative {
  readonly id: InitiativeId
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string | null
  /** The first first. */
  readonly acts: readonly (InitiativeAct & { readonly writtenOn: string })[]
}

/** Initiatives that the person or one of these units owns, as each plan's newest published version says. */
export async function listMyInitiatives(
  reader: PersonalReader,
  person: PersonId,
  units: readonly UnitId[],
): Promise<readonly MyInitiative[]> {
  const { rows } = await sql<MyInitiative>`
    select i.initiative_id as id, i.title, i.starts_on as "startsOn", i.ends_on as "endsOn",
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'day', a.day,
          'writtenOn', (a.at at time zone 'Europe/Copenhagen')::date) order by a.id)
        from initiative_act as a where a.initiative_id = i.initiative_id), '[]') as acts
    from initiative_version as i
    where (i.owner_person_id = ${person} or i.owner_unit_id = any(${units}::uuid[]))
      and i.version = (select max(v.version) from action_plan_version as v
        where v.action_plan_id = i.action_plan_id and v.published_at is not null)
    order by i.starts_on, i.initiative_id limit 200`.execute(reader.db)
  return rows
}
