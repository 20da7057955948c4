import { sql } from 'kysely'
import type { ReviewToRelease } from '../../core/review/feedback.ts'
import type { PersonId, ProgrammeVersionId, ReviewId, RoundId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface RoundWithUnreleased {
  readonly id: RoundId
  readonly programmeVersionId: ProgrammeVersionId
  readonly closedAt: Date | null
  /** Levels whose draw is made. */
  readonly drawn: readonly number[]
}

/**
 * Cases that have been told of, gathered once: asked row by row, a database that has not yet counted its tables takes
 * a minute over a demo's worth of reviews.
 */
const told = sql`told as materialized (
  select r.round_id, r.case_stage_id from feedback as f
    join review as r on r.municipality_id = f.municipality_id and r.id = f.review_id
  where r.anchor_id is null)`

/** An anchor was not drawn: it is an old case, and telling of it would tell which review it is. */
const isUnreleased = sql`r.state = 'submitted' and r.anchor_id is null
  and (r.round_id, r.case_stage_id) not in (select round_id, case_stage_id from told)`

/** Rounds that are open, or closed after a day, and have cases nobody has been told of. */
export async function listRoundsWithUnreleased(
  reader: Reader,
  closedAfter: Date,
): Promise<readonly RoundWithUnreleased[]> {
  const { rows } = await sql<RoundWithUnreleased>`
    with ${told}
    select o.id, o.programme_version_id as "programmeVersionId", o.closed_at as "closedAt",
      array(select d.level from draw as d where d.round_id = o.id and d.drawn_at is not null order by 1) as drawn
    from round as o
    where (o.state = 'open' or o.closed_at > ${closedAfter})
      and o.id in (select r.round_id from review as r where ${isUnreleased})
    order by o.id limit 100`.execute(reader.db)
  return rows
}

/** How many reviews each level has yet to submit; a level that is not named has none. */
export async function countOpen(reader: Reader, round: RoundId): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.db
    .selectFrom('review')
    .select(({ fn }) => ['level', fn.countAll<string>().as('count')])
    .where('round_id', '=', round)
    .where('state', 'in', ['assigned', 'in-progress'])
    .groupBy('level')
    .orderBy('level')
    .execute()
  return new Map(rows.map(({ level, count }) => [level, Number(count)]))
}

/**
 * Cases of a round that nobody has been told of, with every level's review, at most 500 at a time. For an open round,
 * `atWork` names the levels that must have reviewed the case; where a review is still open the case is left out.
 */
export async function listCasesToRelease(
  reader: Reader,
  round: RoundId,
  open: { readonly atWork: readonly number[]; readonly submittedBefore: Date } | null,
): Promise<readonly (readonly ReviewToRelease<ReviewId>[])[]> {
  const over =
    open === null
      ? sql`true`
      : sql`bool_and(r.state in ('submitted', 'written-off')) and max(r.submitted_at) <= ${open.submittedBefore}
          and array_agg(r.level) @> ${[...open.atWork]}::int[]`
  const { rows } = await sql<{
    reviews: readonly (Omit<ReviewToRelease<ReviewId>, 'submittedAt'> & {
      readonly submittedAt: string | null
    })[]
  }>`
    with ${told}
    select jsonb_agg(jsonb_build_object('id', r.id, 'level', r.level, 'state', r.state,
      'submittedAt', r.submitted_at) order by r.level) as reviews
    from review as r
    where r.round_id = ${round} and r.anchor_id is null and r.case_stage_id in (
      select r.case_stage_id from review as r where r.round_id = ${round} and ${isUnreleased})
    group by r.case_stage_id having ${over}
    order by r.case_stage_id limit 500`.execute(reader.db)
  return rows.map(({ reviews }) =>
    reviews.map(({ submittedAt, ...rest }) => ({
      ...rest,
      submittedAt: submittedAt === null ? null : new Date(submittedAt),
    })),
  )
}

/** Releases reviews to those who did the work, and says who they are. A review that is released already stays as it was. */
export async function saveFeedback(
  writer: Writer,
  reviews: readonly ReviewId[],
  at: Date,
): Promise<readonly { readonly review: ReviewId; readonly person: PersonId }[]> {
  const { rows } = await sql<{ review: ReviewId; person: PersonId }>`
    with released as (
      insert into feedback (review_id, released_at) select unnest(${reviews}::uuid[]), ${at}
      on conflict do nothing returning review_id),
    told as (
      select distinct r.id as review_id, p.person_id
      from released join review as r on r.id = released.review_id
        join case_stage_participant as p on p.case_stage_id = r.case_stage_id
      where p.part in ('responsible', 'took-part') and p.person_id is not null)
    select review_id as review, person_id as person from told order by 1, 2`.execute(writer.db)
  if (rows.length > 0)
    await writer.db
      .insertInto('feedback_recipient')
      .values(rows.map(({ review, person }) => ({ review_id: review, person_id: person, read_at: null })))
      .execute()
  return rows
}
