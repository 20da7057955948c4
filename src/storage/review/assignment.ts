import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { AnchorId, CaseStageId, DrawId, PersonId, ReviewId, RoundId, UnitId } from '../ids.ts'
import type { PersonalReader, Transaction, Writer } from '../transaction.ts'

/** Somebody who may review at a level on a day. `unit` null: all units. */
export interface AvailableReviewer {
  readonly person: PersonId
  readonly role: Role
  readonly unit: UnitId | null
}

/** By initials, so that the same people are always in the same order. */
export async function listReviewers(
  reader: PersonalReader,
  roles: readonly Role[],
  day: string,
): Promise<readonly AvailableReviewer[]> {
  return reader.db
    .selectFrom('role_assignment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.person_id as person', 'a.role', 'a.unit_id as unit'])
    .where('a.role', 'in', roles)
    .where('a.valid_from', '<=', day)
    .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>=', day)]))
    .orderBy('p.initials')
    .orderBy('a.id')
    .execute()
}

export interface NewReview {
  readonly id: ReviewId
  readonly caseStageId: CaseStageId
  readonly unitId: UnitId
  readonly assignedTo: PersonId | null
  readonly assignedWith: PersonId | null
  /** Set: an anchor, which was not drawn. */
  readonly anchor?: AnchorId
  /** The case id that the anchor's reviewers see; absent: its own. */
  readonly shownCaseId?: string | undefined
  /** Each of its two reviewers fills a form of their own. */
  readonly apart: boolean
}

/** Creates the reviews of a level, and counts them where dashboards read. */
export async function saveReviews(
  tx: Transaction,
  writer: Writer,
  of: { readonly round: RoundId; readonly level: number; readonly draw: DrawId },
  reviews: readonly NewReview[],
): Promise<void> {
  await tx.copy(
    writer,
    'review',
    [
      'id',
      'round_id',
      'level',
      'case_stage_id',
      'draw_id',
      'unit_id',
      'assigned_to',
      'assigned_with',
      'anchor_id',
      'shown_case_id',
      'apart',
    ],
    // In the order of their random ids, so that not even the rows' order in the table tells the anchors.
    reviews
      .toSorted(byId)
      .map((review) => [
        review.id,
        of.round,
        of.level,
        review.caseStageId,
        of.draw,
        review.unitId,
        review.assignedTo,
        review.assignedWith,
        review.anchor ?? null,
        review.shownCaseId ?? null,
        review.apart,
      ]),
  )
  const units = [...new Set(reviews.map(({ unitId }) => unitId))].toSorted()
  for (const unit of units) {
    const here = reviews.filter(({ unitId }) => unitId === unit)
    await changeProgress(writer, of, unit, {
      drawn: here.length,
      assigned: here.filter(({ assignedTo }) => assignedTo !== null).length,
    })
  }
}

function byId(a: NewReview, b: NewReview): number {
  return a.id < b.id ? -1 : 1
}

export interface ProgressChange {
  readonly drawn?: number
  readonly assigned?: number
  readonly started?: number
  readonly submitted?: number
  readonly minutes?: number
}

/** Adds to the counts of a level in a unit, in the transaction of the act that is counted. */
export async function changeProgress(
  writer: Writer,
  of: { readonly round: RoundId; readonly level: number },
  unit: UnitId,
  { drawn = 0, assigned = 0, started = 0, submitted = 0, minutes = 0 }: ProgressChange,
): Promise<void> {
  await sql`insert into round_progress as p (round_id, level, unit_id) values (${of.round}, ${of.level}, ${unit})
    on conflict do nothing`.execute(writer.db)
  await sql`update round_progress set drawn = drawn + ${drawn}, assigned = assigned + ${assigned},
      started = started + ${started}, submitted = submitted + ${submitted}, minutes = minutes + ${minutes}
    where round_id = ${of.round} and level = ${of.level} and unit_id = ${unit}`.execute(writer.db)
}

/** The review of a case at a level, for deciding whether it can still be taken out. */
export async function findReviewOf(
  reader: PersonalReader,
  draw: DrawId,
  caseStageId: CaseStageId,
): Promise<
  | {
      readonly id: ReviewId
      readonly state: 'assigned' | 'in-progress' | 'submitted' | 'written-off'
      readonly unitId: UnitId
      readonly assignedTo: PersonId | null
      readonly assignedWith: PersonId | null
    }
  | undefined
> {
  return reader.db
    .selectFrom('review')
    .select([
      'id',
      'state',
      'unit_id as unitId',
      'assigned_to as assignedTo',
      'assigned_with as assignedWith',
    ])
    .where('draw_id', '=', draw)
    .where('case_stage_id', '=', caseStageId)
    .forUpdate()
    .executeTakeFirst()
}

/** Ends a review that will not be made; its answers so far stay on record but are never counted. */
export async function writeOffReview(writer: Writer, id: ReviewId): Promise<void> {
  await writer.db
    .updateTable('review')
    .set((update) => ({ state: 'written-off', version: update('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
