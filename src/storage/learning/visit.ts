import { sql } from 'kysely'
import type { AgendaItem } from '../../core/learning/agenda.ts'
import type { Participant } from '../../core/learning/visit.ts'
import type { PersonId, RoundId, UnitId, VisitId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** What decides who may do what with a visit; nothing that was written in it. */
export interface VisitHead {
  readonly id: VisitId
  readonly unit: UnitId
  readonly round: RoundId | null
  readonly follows: VisitId | null
  readonly day: string
  readonly closedAs: 'held' | 'cancelled' | null
  readonly planVersion: number
  readonly agendaVersion: number
  readonly minutesVersion: number
}

const headColumns = [
  'v.id',
  'v.unit_id as unit',
  'v.round_id as round',
  'v.follows_id as follows',
  'v.held_on as day',
  'v.closed_as as closedAs',
  'v.plan_version as planVersion',
  'v.agenda_version as agendaVersion',
  'v.minutes_version as minutesVersion',
] as const

export async function findVisitHead(
  reader: Reader,
  id: VisitId,
  /** `hold`: until the transaction ends nobody else changes it. */
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<VisitHead | undefined> {
  const query = reader.db.selectFrom('learning_visit as v').select(headColumns).where('v.id', '=', id)
  return (hold ? query.forNoKeyUpdate() : query).executeTakeFirst()
}

export interface VisitFull extends VisitHead {
  readonly unitName: string
  readonly roundKey: string | null
  readonly roundDa: string | null
  readonly roundEn: string | null
  readonly place: string | null
  readonly participants: readonly Participant[]
  readonly agenda: readonly AgendaItem[]
  readonly minutes: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly cancelledReason: string | null
}

export async function getVisit(reader: PersonalReader, id: VisitId): Promise<VisitFull> {
  return reader.db
    .selectFrom('learning_visit as v')
    .innerJoin('unit as u', 'u.id', 'v.unit_id')
    .leftJoin('round as r', 'r.id', 'v.round_id')
    .leftJoin('person as p', 'p.id', 'v.closed_by')
    .select(headColumns)
    .select([
      'u.name as unitName',
      'r.key as roundKey',
      'r.title_da as roundDa',
      'r.title_en as roundEn',
      'v.place',
      'v.participants',
      'v.agenda',
      'v.minutes',
      'v.closed_at as closedAt',
      'p.name as closedBy',
      'v.cancelled_reason as cancelledReason',
    ])
    .where('v.id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface VisitRow extends Omit<VisitHead, `${string}Version`> {
  readonly unitName: string
  readonly roundDa: string | null
  readonly roundEn: string | null
  readonly plannedAt: Date
  readonly points: number
  readonly openPoints: number
}

/** Visits of these units (undefined: of all), the latest day first. */
export async function listVisits(
  reader: Reader,
  units: readonly UnitId[] | undefined,
): Promise<readonly VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.id, v.unit_id as unit, v.round_id as round, v.follows_id as follows, v.held_on as day,
      v.closed_as as "closedAs", u.name as "unitName", r.title_da as "roundDa", r.title_en as "roundEn",
      v.planned_at as "plannedAt", coalesce(p.points, 0) as points, coalesce(p."openPoints", 0) as "openPoints"
    from learning_visit as v join unit as u on u.id = v.unit_id left join round as r on r.id = v.round_id
      left join lateral (
        select count(*)::int as points, (count(*) filter (where outcome is null))::int as "openPoints"
        from visit_point where visit_id = v.id
      ) as p on true
    where ${units === undefined}::boolean or v.unit_id = any(${units ?? []}::uuid[])
    order by v.held_on desc, v.id limit 500`.execute(reader.db)
  return rows
}

export interface NewVisit {
  readonly id: VisitId
  readonly unit: UnitId
  readonly round: RoundId | null
  readonly follows: VisitId | null
  readonly day: string
  readonly place: string | null
  readonly participants: readonly Participant[]
  readonly by: PersonId | null
  readonly at: Date
}

export async function insertVisit(writer: Writer, visit: NewVisit): Promise<void> {
  await writer.db
    .insertInto('learning_visit')
    .values({
      id: visit.id,
      unit_id: visit.unit,
      round_id: visit.round,
      follows_id: visit.follows,
      held_on: visit.day,
      place: visit.place,
      participants: toJson(visit.participants),
      agenda: toJson<readonly AgendaItem[]>([]),
      planned_by: visit.by,
      planned_at: visit.at,
      closed_as: null,
      closed_by: null,
      closed_at: null,
      cancelled_reason: null,
    })
    .execute()
}

export interface VisitPlan {
  readonly day: string
  readonly place: string | null
  readonly round: RoundId | null
  readonly participants: readonly Participant[]
}

/** Each save returns the new version of its part. The visit must be held, and the version that the writer saw compared. */
export async function savePlan(
  writer: Writer,
  id: VisitId,
  { day, place, round, participants }: VisitPlan,
): Promise<number> {
  const row = await writer.db
    .updateTable('learning_visit')
    .set(({ eb }) => ({
      held_on: day,
      place,
      round_id: round,
      participants: toJson(participants),
      plan_version: eb('plan_version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('plan_version as version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function saveAgenda(
  writer: Writer,
  id: VisitId,
  agenda: readonly AgendaItem[],
): Promise<number> {
  const row = await writer.db
    .updateTable('learning_visit')
    .set(({ eb }) => ({ agenda: toJson(agenda), agenda_version: eb('agenda_version', '+', 1) }))
    .where('id', '=', id)
    .returning('agenda_version as version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function closeVisit(
  writer: Writer,
  id: VisitId,
  as: { readonly by: PersonId | null; readonly at: Date } & (
    { readonly closed: 'held' } | { readonly closed: 'cancelled'; readonly reason: string }
  ),
): Promise<void> {
  await writer.db
    .updateTable('learning_visit')
    .set({
      closed_as: as.closed,
      closed_by: as.by,
      closed_at: as.at,
      cancelled_reason: as.closed === 'cancelled' ? as.reason : null,
    })
    .where('id', '=', id)
    .execute()
}
