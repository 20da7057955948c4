import { sql } from 'kysely'
import type { ReviewState } from '../../core/review/review.ts'
import type { PersonId, ProgrammeVersionId, ReviewId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'
import { isBarred } from './independence.ts'
import { inOwnForms, waitsForColleague } from './own-turn.ts'

export interface MyReview {
  readonly id: ReviewId
  readonly state: ReviewState
  readonly level: number
  readonly roundKey: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly drawnAt: Date
  readonly submittedAt: Date | null
  readonly minutes: number | null
  readonly tookPart: boolean
  /** Two filled in a form each and are to merge them. */
  readonly merging: boolean
  /** Answers so far, by question: yes, no, na, or the value where it is of another type. */
  readonly answers: Readonly<Record<string, string>>
}

/** What the list is sorted by must be what it shows, or the order would tell an anchor. */
const shownCaseId = sql<string>`coalesce(r.shown_case_id, c.case_id)`

function reviewsOf(reader: PersonalReader, person: PersonId) {
  return reader.db
    .selectFrom('review')
    .selectAll()
    .where((where) => where.or([where('assigned_to', '=', person), where('assigned_with', '=', person)]))
}

function selectMine(reader: PersonalReader, person: PersonId, reviews: ReturnType<typeof reviewsOf>) {
  return reader.db
    .selectFrom(reviews.as('r'))
    .innerJoin('round', 'round.id', 'r.round_id')
    .innerJoin('draw', 'draw.id', 'r.draw_id')
    .innerJoin('case_stage as c', 'c.id', 'r.case_stage_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .leftJoin('own_review as own', (join) =>
      join.onRef('own.review_id', '=', 'r.id').on('own.person_id', '=', person),
    )
    .select([
      'r.id',
      'r.level',
      'round.key as roundKey',
      'round.programme_version_id as programmeVersionId',
      shownCaseId.as('caseId'),
      'c.stage',
      'u.name as unit',
      // A level has reviews only when it is drawn.
      sql<Date>`draw.drawn_at`.as('drawnAt'),
      'r.submitted_at as submittedAt',
      sql<number | null>`case when r.apart then coalesce(own.minutes, r.minutes) else r.minutes end`.as(
        'minutes',
      ),
      isBarred('c', sql`${person}::uuid`).as('tookPart'),
      sql<Readonly<Record<string, string>>>`(
        select coalesce(json_object_agg(a.question_key, a.given), '{}') from (
          select question_key, coalesce(answer, value) as given from review_answer
            where review_id = r.id and (not ${inOwnForms} or r.state = 'submitted')
          union all select question_key, coalesce(answer, value) from own_answer
            where review_id = r.id and person_id = ${person} and r.state <> 'submitted' and ${inOwnForms}) as a
        where a.given is not null)`.as('answers'),
      sql<ReviewState>`case when ${inOwnForms} and r.state in ('assigned', 'in-progress') then
        case when own.started_at is null then 'assigned' else 'in-progress' end else r.state end`.as('state'),
      sql<boolean>`own.submitted_at is not null and r.state <> 'submitted' and ${inOwnForms}`.as('merging'),
    ])
}

/** The person's reviews in rounds under way that wait for them, the longest waiting first. */
export async function listOpenReviews(
  reader: PersonalReader,
  person: PersonId,
): Promise<readonly MyReview[]> {
  const open = reviewsOf(reader, person).where('state', 'in', ['assigned', 'in-progress'])
  return selectMine(reader, person, open)
    .where('round.state', '<>', 'closed')
    .where(sql<boolean>`not ${waitsForColleague(sql`${person}::uuid`)}`)
    .orderBy('draw.drawn_at')
    .orderBy(shownCaseId)
    .orderBy('r.id')
    .limit(500)
    .execute()
}

/** The reviews the person submitted last, the newest first. */
export async function listSubmittedLately(
  reader: PersonalReader,
  person: PersonId,
): Promise<readonly MyReview[]> {
  // Only of these is the rest looked up.
  const latest = reviewsOf(reader, person)
    .where('state', '=', 'submitted')
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(10)
  return selectMine(reader, person, latest).orderBy('r.submitted_at', 'desc').orderBy('r.id').execute()
}

/** Reviews of rounds under way that nobody has been given; `units` undefined: in the whole municipality. */
export async function countUnassigned(reader: Reader, units: readonly UnitId[] | undefined): Promise<number> {
  let query = reader.db
    .selectFrom('review as r')
    .innerJoin('round', 'round.id', 'r.round_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('r.assigned_to', 'is', null)
    .where('r.state', '=', 'assigned')
    .where('round.state', '<>', 'closed')
  if (units !== undefined) query = query.where('r.unit_id', 'in', units)
  const { count } = await query.executeTakeFirstOrThrow()
  return count
}
