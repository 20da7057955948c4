import { sql } from 'kysely'
import type { DrawId, PersonId, ReviewId, RoundId, UnitId, CaseStageId, ProgrammeVersionId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

/** Which of the two who fill in a review together, or the only one. */
export type ReviewerSlot = 'first' | 'second'

export interface ReviewToPass {
  readonly id: ReviewId
  readonly roundId: RoundId
  readonly programmeVersionId: ProgrammeVersionId
  readonly level: number
  readonly drawId: DrawId
  readonly caseStageId: CaseStageId
  readonly unitId: UnitId
  readonly state: 'assigned' | 'in-progress'
  readonly assignedTo: PersonId | null
  readonly assignedWith: PersonId | null
  readonly isAnchor: boolean
}

/** An open review, held until the transaction ends; undefined when it is not open or its round is closed. */
export async function holdOpenReview(
  reader: PersonalReader,
  id: ReviewId,
): Promise<ReviewToPass | undefined> {
  const { rows } = await sql<ReviewToPass>`
    select r.id, r.round_id as "roundId", round.programme_version_id as "programmeVersionId", r.level,
      r.draw_id as "drawId", r.case_stage_id as "caseStageId", r.unit_id as "unitId", r.state,
      r.assigned_to as "assignedTo", r.assigned_with as "assignedWith",
      r.anchor_id is not null as "isAnchor"
    from review as r join round on round.id = r.round_id
    where r.id = ${id} and r.state in ('assigned', 'in-progress') and round.state <> 'closed'
    for update of r`.execute(reader.db)
  return rows[0]
}

/** How many open reviews each person has in a round. */
export async function listLoads(
  reader: PersonalReader,
  round: RoundId,
): Promise<ReadonlyMap<PersonId, number>> {
  const { rows } = await sql<{ person: PersonId; load: number }>`
    select who.person, count(*)::int as load from review as r
      cross join lateral (values (r.assigned_to), (r.assigned_with)) as who (person)
    where r.round_id = ${round} and r.state in ('assigned', 'in-progress') and who.person is not null
    group by who.person order by who.person`.execute(reader.db)
  return new Map(rows.map(({ person, load }) => [person, load]))
}

/**
 * Writes who reviews from now on. Nobody's answers are lost: a review that was begun stays begun, unless nobody is left
 * to go on with it; then it waits as one that was never given out.
 */
export async function saveReviewers(
  writer: Writer,
  id: ReviewId,
  { first, second }: { readonly first: PersonId | null; readonly second: PersonId | null },
): Promise<void> {
  await sql`update review set assigned_to = ${first}, assigned_with = ${second}, version = version + 1,
      state = case when ${first}::uuid is null then 'assigned' else state end,
      started_at = case when ${first}::uuid is null then null else started_at end
    where id = ${id}`.execute(writer.db)
}
