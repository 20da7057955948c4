import { sql } from 'kysely'
import type { PersonId, RoundId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** Minutes of submitted reviews, the newest first. `person` null: of everybody at the level. */
export interface PastMinutes {
  readonly person: PersonId | null
  readonly level: number
  readonly stage: string
  readonly minutes: readonly number[]
}

/**
 * What the rounds of a round's programme have taken, by level and stage: of each of the people the newest `most`, and of
 * everybody together the newest 200.
 */
export async function listPastMinutes(
  reader: PersonalReader,
  round: RoundId,
  people: readonly PersonId[],
  most: number,
): Promise<readonly PastMinutes[]> {
  const { rows } = await sql<PastMinutes>`
    with past as (
      select r.assigned_to as person, r.level, c.stage, r.minutes, r.submitted_at, r.id
      from round as this
        join programme_version as v on v.id = this.programme_version_id
        join programme_version as same on same.key = v.key
        join round as other on other.programme_version_id = same.id
        join review as r on r.round_id = other.id and r.state = 'submitted' and r.minutes > 0
        join case_stage as c on c.id = r.case_stage_id
      where this.id = ${round}),
    ranked as (
      select *, row_number() over (partition by person, level, stage order by submitted_at desc, id) as own,
        row_number() over (partition by level, stage order by submitted_at desc, id) as overall
      from past)
    select person, level, stage, array_agg(minutes order by own) as minutes from ranked
      where own <= ${most} and person = any(${people}::uuid[]) group by person, level, stage
    union all
    select null, level, stage, array_agg(minutes order by overall) from ranked
      where overall <= 200 group by level, stage`.execute(reader.db)
  return rows
}
