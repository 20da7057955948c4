import type { PointOutcome } from '../../core/learning/visit.ts'
import type { PersonId, UnitId, VisitId, VisitPointId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface VisitPoint {
  readonly id: VisitPointId
  readonly visit: VisitId
  /** The visit's. */
  readonly day: string
  readonly text: string
  readonly who: string | null
  readonly dueOn: string | null
  readonly version: number
  readonly outcome: PointOutcome | null
  readonly outcomeNote: string | null
  readonly outcomeBy: string | null
  readonly outcomeAt: Date | null
  readonly outcomeVisit: VisitId | null
}

function selectPoints(reader: Reader) {
  return reader.db
    .selectFrom('visit_point as p')
    .innerJoin('learning_visit as v', 'v.id', 'p.visit_id')
    .leftJoin('person as by', 'by.id', 'p.outcome_by')
    .select([
      'p.id',
      'p.visit_id as visit',
      'v.held_on as day',
      'p.text',
      'p.who',
      'p.due_on as dueOn',
      'p.version',
      'p.outcome',
      'p.outcome_note as outcomeNote',
      'by.name as outcomeBy',
      'p.outcome_at as outcomeAt',
      'p.outcome_visit_id as outcomeVisit',
    ])
}

/** A visit's own points, in the order they were written. */
export async function listPointsOf(reader: PersonalReader, visit: VisitId): Promise<readonly VisitPoint[]> {
  return selectPoints(reader)
    .where('p.visit_id', '=', visit)
    .orderBy('p.written_at')
    .orderBy('p.id')
    .limit(200)
    .execute()
}

/**
 * Points that earlier visits left to this one: those still open at the unit, and those that were settled here. The oldest
 * visit first.
 */
export async function listPointsBefore(
  reader: PersonalReader,
  { unit, visit, day }: { readonly unit: UnitId; readonly visit: VisitId; readonly day: string },
): Promise<readonly VisitPoint[]> {
  return selectPoints(reader)
    .where('v.unit_id', '=', unit)
    .where('v.id', '<>', visit)
    .where('v.held_on', '<=', day)
    .where('v.closed_as', 'is not distinct from', 'held')
    .where((where) => where.or([where('p.outcome', 'is', null), where('p.outcome_visit_id', '=', visit)]))
    .orderBy('v.held_on')
    .orderBy('p.written_at')
    .orderBy('p.id')
    .limit(200)
    .execute()
}

/** Undefined: the visit has no such point, nor may one of its unit's earlier visits'. */
export async function findPoint(
  reader: PersonalReader,
  id: VisitPointId,
  unit: UnitId,
): Promise<VisitPoint | undefined> {
  return selectPoints(reader).where('p.id', '=', id).where('v.unit_id', '=', unit).executeTakeFirst()
}

export interface PointText {
  readonly text: string
  readonly who: string | null
  readonly dueOn: string | null
}

export async function insertPoint(
  writer: Writer,
  point: PointText & {
    readonly id: VisitPointId
    readonly visit: VisitId
    readonly by: PersonId | null
    readonly at: Date
  },
): Promise<void> {
  await writer.db
    .insertInto('visit_point')
    .values({
      id: point.id,
      visit_id: point.visit,
      text: point.text,
      who: point.who,
      due_on: point.dueOn,
      written_by: point.by,
      written_at: point.at,
      outcome: null,
      outcome_note: null,
      outcome_visit_id: null,
      outcome_by: null,
      outcome_at: null,
    })
    .execute()
}

/** The new version; undefined when another write came after what the writer saw. */
export async function savePointText(
  writer: Writer,
  id: VisitPointId,
  { text, who, dueOn }: PointText,
  seen: number,
): Promise<number | undefined> {
  const row = await writer.db
    .updateTable('visit_point')
    .set(({ eb }) => ({ text, who, due_on: dueOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export interface PointSettled {
  /** Null: it is open again. */
  readonly outcome: PointOutcome | null
  readonly note: string | null
  /** Where it is settled; null: at no other visit than its own. */
  readonly visit: VisitId | null
  readonly by: PersonId | null
  readonly at: Date
}

export async function savePointOutcome(
  writer: Writer,
  id: VisitPointId,
  { outcome, note, visit, by, at }: PointSettled,
  seen: number,
): Promise<number | undefined> {
  const open = outcome === null
  const row = await writer.db
    .updateTable('visit_point')
    .set(({ eb }) => ({
      outcome,
      outcome_note: open ? null : note,
      outcome_visit_id: open ? null : visit,
      outcome_by: open ? null : by,
      outcome_at: open ? null : at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}
