import { sql } from 'kysely'
import type { FailingAnswer } from '../../core/finding/failing-answers.ts'
import { sourceChanges, type FindingLink } from '../../core/finding/source-changes.ts'
import type { CaseStageId, FindingId, ProgrammeVersionId, ReviewId, RoundId, UnitId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

const tenant = sql`(select sealed.current_municipality())`

/** What makes a finding one decides its id (UUID version 8, RFC 9562), so that the demo is the same on every machine. */
const idOfQuestion = sql`overlay(overlay(
  md5(concat_ws(' ', 'finding', r.round_id, r.case_stage_id, a.question_key)) placing '8' from 13) placing 'a' from 17)::uuid`

type Link = FindingLink<FindingId, ReviewId>

interface StandingError extends Link {
  readonly roundId: RoundId
  readonly caseStageId: CaseStageId
  readonly unitId: UnitId
  readonly stage: string
  /** Null: added in words, so the finding is there. */
  readonly question: string | null
  readonly level: number
  readonly submittedAt: Date
}

/**
 * Makes findings say what submitted answers say now: a new error is found, one that is no longer answered so loses its
 * source. The same for reviews that are not submitted any more, whose answers count for nothing. Doing it again changes
 * nothing. Levels that submit one case at the same time come one after the other. What is compared is compared here and not
 * in one statement: a database that has not counted its tables would look through all of them for each row.
 */
export async function standFindings(
  writer: Writer,
  reviews: readonly ReviewId[],
  failing: readonly FailingAnswer[],
  now: Date,
): Promise<void> {
  const ids = sql`${reviews}::uuid[]`
  await holdFindingsOf(writer, reviews)
  const { rows: standing } = await sql<Link>`
    select finding_id as finding, review_id as review from finding_source
    where review_id = any(${ids}) and withdrawn_at is null order by 1, 2 limit 1000000`.execute(writer.db)
  const errors = await listStandingErrors(writer, reviews, failing)
  const { came, went } = sourceChanges(standing, errors)
  await addSources(writer, came, now)
  await withdrawSources(
    writer,
    // They were read from the database, so they are its ids.
    standing.filter((link) => went.includes(link)),
    now,
  )
  const changed = [...new Set([...came, ...went].map(({ finding }) => finding))]
  await countSources(writer, changed, now)
  await sql`update review set findings_at = case when state = 'submitted' then ${now}::timestamptz end
    where id = any(${ids})`.execute(writer.db)
}

/** Until the transaction ends nobody else makes or mends findings of the reviews' cases. */
export async function holdFindingsOf({ db }: Reader, reviews: readonly ReviewId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
      'tilsyn finding ' || sealed.current_municipality() || ' ' || o.round_id || ' ' || o.case_stage_id, 0))
    from (select distinct round_id, case_stage_id from review where id = any(${reviews}::uuid[]) order by 1, 2) as o`.execute(
    db,
  )
}

/** The errors that submitted answers, and words added to submitted reviews, say now. */
async function listStandingErrors(
  reader: Reader,
  reviews: readonly ReviewId[],
  failing: readonly FailingAnswer[],
): Promise<readonly StandingError[]> {
  const place = sql`r.round_id as "roundId", r.case_stage_id as "caseStageId", r.unit_id as "unitId", c.stage, r.level,
    r.submitted_at as "submittedAt"`
  const submitted = sql`r.id = any(${reviews}::uuid[]) and r.state = 'submitted' and r.anchor_id is null`
  const { rows: answered } = await sql<StandingError>`
    select ${idOfQuestion} as finding, r.id as review, a.question_key as question, ${place}
    from review as r join case_stage as c on c.id = r.case_stage_id join review_answer as a on a.review_id = r.id
      join unnest(${failing.map(({ question }) => question)}::text[], ${failing.map(({ answer }) => answer)}::text[])
        as x (question, answer) on x.question = a.question_key and x.answer = a.answer
    where ${submitted} order by r.submitted_at, r.id, a.question_key limit 1000000`.execute(reader.db)
  const { rows: added } = await sql<StandingError>`
    select a.finding_id as finding, r.id as review, null as question, ${place}
    from review as r join case_stage as c on c.id = r.case_stage_id
      join (select distinct review_id, finding_id from finding_addition
        where review_id = any(${reviews}::uuid[]) and withdrawn_at is null) as a on a.review_id = r.id
    where ${submitted} order by a.finding_id, r.id limit 100000`.execute(reader.db)
  return [...answered, ...added]
}

/** As one column an array: any number of rows, and no value is written into the statement. */
function columns(links: readonly Link[]) {
  return sql`${links.map(({ finding }) => finding)}::uuid[], ${links.map(({ review }) => review)}::uuid[]`
}

async function addSources(writer: Writer, came: readonly StandingError[], now: Date): Promise<void> {
  if (came.length === 0) return
  const found = came.filter(({ question }) => question !== null)
  await sql`
    insert into finding (municipality_id, id, round_id, case_stage_id, unit_id, stage, question_key, found_at, recorded_at)
    select ${tenant}, id, round_id, case_stage_id, unit_id, stage, question_key, found_at,
      greatest(found_at, ${now}::timestamptz)
    from unnest(${found.map(({ finding }) => finding)}::uuid[], ${found.map(({ roundId }) => roundId)}::uuid[],
      ${found.map(({ caseStageId }) => caseStageId)}::uuid[], ${found.map(({ unitId }) => unitId)}::uuid[],
      ${found.map(({ stage }) => stage)}::text[], ${found.map(({ question }) => question)}::text[],
      ${found.map(({ submittedAt }) => submittedAt)}::timestamptz[])
      as x (id, round_id, case_stage_id, unit_id, stage, question_key, found_at)
    on conflict (municipality_id, id) do nothing`.execute(writer.db)
  const times = sql`${came.map(({ level }) => level)}::int[],
    ${came.map(({ submittedAt }) => submittedAt)}::timestamptz[]`
  await sql`
    insert into finding_source (municipality_id, finding_id, review_id, level, found_at)
    select ${tenant}, * from unnest(${columns(came)}, ${times})
    on conflict (municipality_id, finding_id, review_id) do update
      set found_at = excluded.found_at, withdrawn_at = null`.execute(writer.db)
  await sql`
    insert into finding_act (municipality_id, finding_id, run, at, kind, review_id)
    select ${tenant}, x.finding, (select f.run from finding as f where f.id = x.finding), x.at, 'found', x.review
    from unnest(${columns(came)}, ${times}) as x (finding, review, level, at)`.execute(writer.db)
}

async function withdrawSources(writer: Writer, went: readonly Link[], now: Date): Promise<void> {
  if (went.length === 0) return
  await sql`update finding_source as s set withdrawn_at = ${now}
    from unnest(${columns(went)}) as x (finding, review)
    where s.finding_id = x.finding and s.review_id = x.review`.execute(writer.db)
  await sql`
    insert into finding_act (municipality_id, finding_id, run, at, kind, review_id)
    select ${tenant}, x.finding, (select f.run from finding as f where f.id = x.finding), ${now}::timestamptz,
      'source-withdrawn', x.review
    from unnest(${columns(went)}) as x (finding, review)`.execute(writer.db)
}

/** Counts anew what stands behind findings; those that nothing stands behind any more fall away. */
async function countSources(writer: Writer, findings: readonly string[], now: Date): Promise<void> {
  if (findings.length === 0) return
  const ids = sql`${findings}::uuid[]`
  // In the order of the key, so that two transactions never wait for each other crosswise.
  await sql`select from finding where id = any(${ids}) order by id for no key update`.execute(writer.db)
  await sql`
    with counted as materialized (
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
