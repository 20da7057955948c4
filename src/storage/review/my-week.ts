import { sql } from 'kysely'
import type { PersonId, ProgrammeVersionId, ReviewId, RoundId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'
import { waitsForColleague } from './own-turn.ts'

export interface MyDue {
  readonly id: ReviewId
  readonly roundId: RoundId
  readonly programmeVersionId: ProgrammeVersionId
  readonly level: number
  readonly stage: string
  readonly dueOn: string | null
}

/** When the person's open reviews are due, and what a forecast of their time asks for. */
export async function listMyDue(reader: PersonalReader, person: PersonId): Promise<readonly MyDue[]> {
  return reader.db
    .selectFrom('review as r')
    .innerJoin('round', 'round.id', 'r.round_id')
    .innerJoin('case_stage as c', 'c.id', 'r.case_stage_id')
    .select([
      'r.id',
      'r.round_id as roundId',
      'round.programme_version_id as programmeVersionId',
      'r.level',
      'c.stage',
      'r.due_on as dueOn',
    ])
    .where((where) => where.or([where('r.assigned_to', '=', person), where('r.assigned_with', '=', person)]))
    .where('r.state', 'in', ['assigned', 'in-progress'])
    .where('round.state', '<>', 'closed')
    .where(sql<boolean>`not ${waitsForColleague(sql`${person}::uuid`)}`)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(500)
    .execute()
}

export interface DoneOnDay {
  readonly reviews: number
  readonly minutes: number
}

/**
 * What the person has submitted on a day, by the clock in Denmark. Of a form that two fill in together the minutes are those
 * of whoever stated them. No clock is two days from UTC, so that who stated the minutes is looked up for few.
 */
export async function countDone(reader: PersonalReader, person: PersonId, day: string): Promise<DoneOnDay> {
  const { rows } = await sql<DoneOnDay>`
    with done as (
      select r.submitted_at as at, case when coalesce(
          (select e.person_id from review_event as e where e.review_id = r.id and e.kind = 'submitted'
            order by e.id desc limit 1), r.assigned_to) = ${person} then r.minutes else 0 end as minutes
        from review as r
        where ${person} in (r.assigned_to, r.assigned_with) and r.state = 'submitted' and not r.apart
          and r.submitted_at between ${day}::date - 1 and ${day}::date + 2
      union all
      select o.submitted_at, o.minutes from own_review as o join review as r on r.id = o.review_id
        where o.person_id = ${person} and r.apart and r.state <> 'written-off')
    select count(*)::int as reviews, coalesce(sum(minutes), 0)::int as minutes from done
    where (at at time zone 'Europe/Copenhagen')::date = ${day}::date`.execute(reader.db)
  return rows[0] ?? { reviews: 0, minutes: 0 }
}
