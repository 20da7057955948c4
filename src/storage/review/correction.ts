import { sql } from 'kysely'
import type { ReviewState } from '../../core/review/review.ts'
import type { PersonId, ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import { changeProgress } from './assignment.ts'
import type { ReviewHead } from './review.ts'

export interface CorrectionFacts {
  /** Somebody other than its reviewers has looked at it since it was submitted. */
  readonly lookedAt: boolean
  /** The case was taken out of the draw. */
  readonly replaced: boolean
  /** How many submissions were sent back. */
  readonly kept: number
  /** What they submit now is no longer independent of the other levels. */
  readonly influenced: boolean
}

/** What decides whether a review can be sent back, undone or restored; it says nothing of the answers. */
export async function getCorrectionFacts(reader: Reader, head: ReviewHead): Promise<CorrectionFacts> {
  const { rows } = await sql<CorrectionFacts>`
    select
      coalesce(${head.state === 'submitted'} and exists (
        select from access_entry e where e.subject_kind = 'review' and e.subject_id = r.id::text
          and e.at > (select max(v.at) from review_event v where v.review_id = r.id and v.kind = 'submitted')
          and e.person_id is distinct from r.assigned_to and e.person_id is distinct from r.assigned_with
          and coalesce(e.detail->>'sealed', 'false') <> 'true'), false) as "lookedAt",
      exists (select from draw_case d where d.draw_id = r.draw_id and d.case_stage_id = r.drawn_case_stage_id
        and d.status = 'replaced') as replaced,
      (select count(*)::int from review_submission s where s.review_id = r.id) as kept,
      r.influenced_since is not null as influenced
    from review r where r.id = ${head.id}`.execute(reader.db)
  const [facts] = rows
  if (facts === undefined) throw new Error('a review that was read is gone')
  return facts
}

/** Ends a review that will not be made. False when another write came between reading `head` and this. */
export async function writeOff(writer: Writer, head: ReviewHead): Promise<boolean> {
  const { rows } = await sql`update review set state = 'written-off', version = version + 1
    where id = ${head.id} and version = ${head.version} and state in ('assigned', 'in-progress') returning id`.execute(
    writer.db,
  )
  if (rows.length === 0) return false
  await count(writer, head, -1)
  return true
}

/** Takes a written-off review up again where it was left. False when another write came between. */
export async function restore(writer: Writer, head: ReviewHead): Promise<boolean> {
  const state: ReviewState = isStarted(head) ? 'in-progress' : 'assigned'
  const { rows } = await sql`update review set state = ${state}, version = version + 1
    where id = ${head.id} and version = ${head.version} and state = 'written-off' returning id`.execute(
    writer.db,
  )
  if (rows.length === 0) return false
  await count(writer, head, 1)
  return true
}

function isStarted({ startedAt }: ReviewHead): boolean {
  return startedAt !== null
}

async function count(writer: Writer, head: ReviewHead, by: 1 | -1): Promise<void> {
  await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, {
    drawn: by,
    assigned: head.assignedTo === null ? 0 : by,
    started: isStarted(head) ? by : 0,
  })
}

export interface UnfinishedReview {
  readonly id: ReviewId
  readonly level: number
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly state: Exclude<ReviewState, 'submitted'>
  readonly reviewers: readonly { readonly id: PersonId; readonly name: string }[]
  /** It was submitted once and sent back. */
  readonly returned: boolean
  /** Why it was written off; null while it is still to be made. */
  readonly code: string | null
  readonly reason: string | null
}

/**
 * A round's reviews that stand between it and its closing, and those written off so far; a case that was replaced in
 * the draw is neither. By level, unit and case.
 */
export async function listUnfinished(
  reader: PersonalReader,
  round: RoundId,
): Promise<readonly UnfinishedReview[]> {
  const { rows } = await sql<UnfinishedReview>`
    select r.id, r.level, c.case_id as "caseId", c.stage, u.name as unit, r.state,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.id <> r.assigned_to), '[]')
        from person p where p.id in (r.assigned_to, r.assigned_with)) as reviewers,
      exists (select from review_submission s where s.review_id = r.id) as returned,
      e.detail->>'code' as code, e.reason
    from review r
    join case_stage c on c.id = r.case_stage_id
    join unit u on u.id = r.unit_id
    left join lateral (select detail, reason from review_event where review_id = r.id and kind = 'written-off'
      and r.state = 'written-off' order by id desc limit 1) e on true
    where r.round_id = ${round} and (r.state in ('assigned', 'in-progress')
      or (r.state = 'written-off' and e.detail is not null))
    order by r.level, u.name, c.case_id, c.stage
    limit 2000`.execute(reader.db)
  return rows
}

/** How many reviews of each level were written off, by the code of the reason. */
export async function countWrittenOff(
  reader: Reader,
  round: RoundId,
): Promise<readonly { readonly level: number; readonly code: string; readonly count: number }[]> {
  const { rows } = await sql<{ level: number; code: string; count: number }>`
    select r.level, e.detail->>'code' as code, count(*)::int as count
    from review r
    cross join lateral (select detail from review_event where review_id = r.id and kind = 'written-off'
      order by id desc limit 1) e
    where r.round_id = ${round} and r.state = 'written-off'
    group by 1, 2 order by 1, 2`.execute(reader.db)
  return rows
}
