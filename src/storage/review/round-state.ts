import { sql } from 'kysely'
import type { DayCount } from '../../core/review/expected-end.ts'
import type { ReviewAtWork } from '../../core/review/stuck.ts'
import type { ReviewId, RoundId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

/** What a review `r` has taken of people's time: of two who fill a form each, both; together only what one states. */
const personMinutes = sql<number>`greatest(r.minutes, case when r.apart then (select sum(o.minutes) from own_review as o
  where o.review_id = r.id and o.person_id in (r.assigned_to, r.assigned_with)) end)`

/** Where a level's reviews in a unit are now. The states are apart: without those written off they add up to `drawn`. */
export interface StateCounts {
  readonly level: number
  readonly unitId: UnitId
  readonly unit: string
  readonly drawn: number
  readonly unassigned: number
  /** Given to somebody who has not begun. */
  readonly given: number
  readonly begun: number
  /** Sent back or undone, and not submitted again. */
  readonly returned: number
  readonly submitted: number
  readonly writtenOff: number
  /** Of the submitted. */
  readonly minutes: number
}

export interface LevelPace {
  readonly level: number
  /** The latest day that one of its reviews is due on; null: none has a day. */
  readonly dueOn: string | null
  /** Submissions by the day they came on, in Denmark; the newest submission of each review. */
  readonly days: readonly DayCount[]
  /** What the newest 200 took. */
  readonly minutes: readonly number[]
}

/** How far a round is, of one reading of its reviews, which are thousands. */
export interface RoundCounts {
  readonly states: readonly StateCounts[]
  readonly paces: readonly LevelPace[]
}

/**
 * Counted from the reviews themselves, so that it says more than `round_progress`; a test holds the two together. Denmark's
 * days begin with an hour of UTC, so that hours are counted and few made days.
 */
export async function countRound(reader: Reader, round: RoundId): Promise<RoundCounts> {
  const { rows } = await sql<RoundCounts>`
    with alike as materialized (
      select r.level, r.unit_id, r.state, r.assigned_to is not null as given,
        r.state = 'in-progress' and exists (select from review_submission as s where s.review_id = r.id) as handed_in,
        case when r.state = 'submitted' then date_bin('1 hour', r.submitted_at, '2000-01-01 00:00+00') end as hour,
        count(*) as n, sum(${personMinutes}) as minutes, max(r.due_on) as due_on
      from review as r
      where r.round_id = ${round}
      group by 1, 2, 3, 4, 5, 6),
    counts as (
      select a.level, a.unit_id as "unitId", u.name as unit,
        coalesce(sum(n) filter (where state <> 'written-off'), 0) as drawn,
        coalesce(sum(n) filter (where state = 'assigned' and not given), 0) as unassigned,
        coalesce(sum(n) filter (where state = 'assigned' and given), 0) as given,
        coalesce(sum(n) filter (where state = 'in-progress' and not handed_in), 0) as begun,
        coalesce(sum(n) filter (where state = 'in-progress' and handed_in), 0) as returned,
        coalesce(sum(n) filter (where state = 'submitted'), 0) as submitted,
        coalesce(sum(n) filter (where state = 'written-off'), 0) as "writtenOff",
        coalesce(sum(minutes) filter (where state = 'submitted'), 0) as minutes
      from alike as a
      join unit as u on u.id = a.unit_id
      group by 1, 2, 3 order by 1, 3 limit 10000),
    daily as (
      select level, (hour at time zone 'Europe/Copenhagen')::date::text as day, sum(n) as submitted
      from alike where hour is not null group by 1, 2),
    pace as (
      select level, max(due_on)::text as "dueOn",
        (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'submitted', submitted) order by day), '[]')
          from daily where daily.level = alike.level) as days,
        array(select minutes from review as r
          where r.round_id = ${round} and r.level = alike.level and r.state = 'submitted' and r.minutes > 0
          order by r.submitted_at desc, r.id limit 200) as minutes
      from alike where state <> 'written-off' group by level order by level limit 100)
    select
      (select coalesce(jsonb_agg(to_jsonb(counts)), '[]') from counts) as states,
      (select coalesce(jsonb_agg(to_jsonb(pace) order by level), '[]') from pace) as paces`.execute(reader.db)
  const { states, paces } = rows[0] ?? { states: [], paces: [] }
  // The database's own order need not be the Danish alphabet's.
  return { states: states.toSorted((a, b) => a.level - b.level || a.unit.localeCompare(b.unit, 'da')), paces }
}

export interface OpenReview extends ReviewAtWork {
  readonly id: ReviewId
  readonly level: number
  /** As its reviewers see it. */
  readonly caseId: string
  readonly stage: string
  readonly unitId: UnitId
  readonly unit: string
  readonly reviewers: readonly string[]
}

/** A round's open reviews with when something last happened to them; `units` undefined: in the whole municipality. */
export async function listOpenReviews(
  reader: PersonalReader,
  round: RoundId,
  units: readonly UnitId[] | undefined,
): Promise<readonly OpenReview[]> {
  const { rows } = await sql<OpenReview>`
    select r.id, r.level, coalesce(r.shown_case_id, c.case_id) as "caseId", c.stage, r.unit_id as "unitId",
      u.name as unit, r.state, r.assigned_to is not null as assigned, r.due_on::text as "dueOn",
      array(select p.name from person as p where p.id in (r.assigned_to, r.assigned_with)
        order by p.id <> r.assigned_to, p.id) as reviewers,
      (greatest(d.drawn_at, a.at, e.at) at time zone 'Europe/Copenhagen')::date::text as "lastTouchedOn",
      case when e.back_at >= coalesce(a.at, e.back_at)
        then (e.back_at at time zone 'Europe/Copenhagen')::date::text end as "returnedOn"
    from review as r
    join case_stage as c on c.id = r.case_stage_id
    join unit as u on u.id = r.unit_id
    join draw as d on d.id = r.draw_id
    left join lateral (select max(answered_at) as at from review_answer where review_id = r.id) as a on true
    left join lateral (select max(at) as at, max(at) filter (where kind = 'returned') as back_at
      from review_event where review_id = r.id) as e on true
    where r.round_id = ${round} and r.state in ('assigned', 'in-progress')
      and (${units === undefined} or r.unit_id = any(${[...(units ?? [])]}::uuid[]))
    order by r.level, r.due_on, coalesce(r.shown_case_id, c.case_id), r.id
    limit 20000`.execute(reader.db)
  return rows
}
