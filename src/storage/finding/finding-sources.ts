import { sql } from 'kysely'
import type { FailingAnswer } from '../../core/finding/failing-answers.ts'
import type { FindingId, ProgrammeVersionId, ReviewId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

const tenant = sql`(select sealed.current_municipality())`

/**
 * Makes findings say what submitted answers say now: a new error is found, one that is no longer answered so loses its
 * source. The same for reviews that are not submitted any more, whose answers count for nothing. Doing it again changes
 * nothing. Levels that submit one case at the same time come one after the other.
 */
export async function standFindings(
  writer: Writer,
  reviews: readonly ReviewId[],
  failing: readonly FailingAnswer[],
  now: Date,
): Promise<void> {
  const ids = sql`${reviews}::uuid[]`
  await sql`select pg_advisory_xact_lock(hashtextextended(
      'tilsyn finding ' || sealed.current_municipality() || ' ' || o.round_id || ' ' || o.case_stage_id, 0))
    from (select distinct round_id, case_stage_id from review where id = any(${ids}) order by 1, 2) as o`.execute(
    writer.db,
  )
  const wrong = sql`
    select r.id as review_id, r.round_id, r.case_stage_id, r.unit_id, a.question_key, r.submitted_at
    from review as r join review_answer as a on a.review_id = r.id
      join unnest(${failing.map(({ question }) => question)}::text[], ${failing.map(({ answer }) => answer)}::text[])
        as x (question, answer) on x.question = a.question_key and x.answer = a.answer
    where r.id = any(${ids}) and r.state = 'submitted' and r.anchor_id is null`
  await sql`
    insert into finding (municipality_id, round_id, case_stage_id, unit_id, stage, question_key, found_at, recorded_at)
    select ${tenant}, w.round_id, w.case_stage_id, w.unit_id, c.stage, w.question_key, w.submitted_at, ${now}::timestamptz
    from (${wrong}) as w join case_stage as c on c.id = w.case_stage_id
    order by w.submitted_at, w.review_id, w.question_key
    on conflict (municipality_id, round_id, case_stage_id, question_key) do nothing`.execute(writer.db)
  const { rows: came } = await sql<Link>`
    insert into finding_source as s (municipality_id, finding_id, review_id, level, found_at)
    select ${tenant}, f.id, r.id, r.level, r.submitted_at
    from (
      select f.id, w.review_id from (${wrong}) as w join finding as f on f.round_id = w.round_id
        and f.case_stage_id = w.case_stage_id and f.question_key = w.question_key
      union all select f.id, f.added_in from finding as f where f.added_in = any(${ids})
    ) as f join review as r on r.id = f.review_id
    where r.state = 'submitted' and r.anchor_id is null
    on conflict (municipality_id, finding_id, review_id) do update
      set found_at = excluded.found_at, withdrawn_at = null where s.withdrawn_at is not null
    returning finding_id as finding, review_id as review`.execute(writer.db)
  const { rows: went } = await sql<Link>`
    update finding_source as s set withdrawn_at = ${now}
    from finding as f, review as r
    where s.review_id = any(${ids}) and s.withdrawn_at is null and f.id = s.finding_id and r.id = s.review_id
      and (r.state <> 'submitted' or (f.question_key is not null and f.question_key not in (
        select w.question_key from (${wrong}) as w where w.review_id = s.review_id)))
    returning s.finding_id as finding, s.review_id as review`.execute(writer.db)
  await recordChanges(writer, { came, went }, now)
  await sql`update review set findings_at = case when state = 'submitted' then ${now}::timestamptz end
    where id = any(${ids})`.execute(writer.db)
}

interface Link {
  readonly finding: FindingId
  readonly review: ReviewId
}

/** Puts on record what came and went, and counts the sources anew. */
async function recordChanges(
  writer: Writer,
  { came, went }: { readonly came: readonly Link[]; readonly went: readonly Link[] },
  now: Date,
): Promise<void> {
  const links = [...came, ...went]
  if (links.length === 0) return
  const ids = sql`${[...new Set(links.map(({ finding }) => finding))]}::uuid[]`
  // In the order of the key, so that two transactions never wait for each other crosswise.
  await sql`select from finding where id = any(${ids}) order by id for no key update`.execute(writer.db)
  await sql`
    insert into finding_act (municipality_id, finding_id, run, at, kind, review_id)
    select ${tenant}, f.id, f.run, coalesce(s.withdrawn_at, s.found_at),
      case when s.withdrawn_at is null then 'found' else 'source-withdrawn' end, s.review_id
    from unnest(${links.map(({ finding }) => finding)}::uuid[], ${links.map(({ review }) => review)}::uuid[])
        as l (finding, review)
      join finding as f on f.id = l.finding
      join finding_source as s on s.finding_id = l.finding and s.review_id = l.review
    order by s.found_at, s.level, f.id`.execute(writer.db)
  await sql`
    with counted as (
      select s.finding_id as id, count(*) filter (where s.withdrawn_at is null)::int as sources
      from finding_source as s where s.finding_id = any(${ids}) group by s.finding_id),
    gone as (
      select f.id, f.run from finding as f join counted as n on n.id = f.id
      where n.sources = 0 and not f.fallen and f.carried_out_by is null and f.approved_by is null),
    noted as (
      insert into finding_act (municipality_id, finding_id, run, at, kind)
      select ${tenant}, id, run, ${now}::timestamptz, 'fell-away' from gone order by id)
    update finding as f set sources = n.sources,
      fallen = n.sources = 0 and f.carried_out_by is null and f.approved_by is null
    from counted as n where f.id = n.id`.execute(writer.db)
}

export interface UnreadReviews {
  readonly programmeVersionId: ProgrammeVersionId
  readonly reviews: readonly ReviewId[]
}

/** Submitted reviews that have not been looked through for errors, of one programme version, at most 500 at a time. */
export async function findUnreadReviews(reader: Reader): Promise<UnreadReviews | undefined> {
  const { rows } = await sql<UnreadReviews>`
    with unread as (
      select r.id, r.round_id from review as r
      where r.state = 'submitted' and r.findings_at is null and r.anchor_id is null order by r.id limit 500)
    select o.programme_version_id as "programmeVersionId", array_agg(u.id order by u.id) as reviews
    from unread as u join round as o on o.id = u.round_id
    group by o.programme_version_id order by 1 limit 1`.execute(reader.db)
  return rows[0]
}

/** Holds reviews until the transaction ends, so that none is taken back or submitted meanwhile; those still unread. */
export async function holdUnreadReviews(
  reader: Reader,
  reviews: readonly ReviewId[],
): Promise<readonly ReviewId[]> {
  const { rows } = await sql<{ id: ReviewId }>`
    select id from review where id = any(${reviews}::uuid[]) and state = 'submitted' and findings_at is null
    order by id for update`.execute(reader.db)
  return rows.map(({ id }) => id)
}
