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

/** What the person has submitted on a day, by the clock in Denmark. */
export async function countDone(reader: PersonalReader, person: PersonId, day: string): Promise<DoneOnDay> {
  const { rows } = await sql<DoneOnDay>`
    select count(*)::int as reviews, coalesce(sum(minutes), 0)::int as minutes from review
    where (assigned_to = ${person} or assigned_with = ${person}) and state = 'submitted'
      and (submitted_at at time zone 'Europe/Copenhagen')::date = ${day}::date`.execute(reader.db)
  return rows[0] ?? { reviews: 0, minutes: 0 }
}
