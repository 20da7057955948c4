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

/** What a forecast is asked for. */
export interface ReviewKind {
  readonly level: number
  readonly stage: string
}

/**
 * What the rounds of a round's programme have taken, by level and stage: of each of the people the newest `most`, and, where
 * one of them has fewer than `enough` of their own, of everybody together the newest 200, among the newest 600 of the level.
 */
export async function listPastMinutes(
  reader: PersonalReader,
  round: RoundId,
  people: readonly PersonId[],
  kinds: readonly ReviewKind[],
  { most, enough }: { readonly most: number; readonly enough: number },
): Promise<readonly PastMinutes[]> {
  // Of everybody only so many rows are read, in the order of an index: rounds grow to many thousands. They are the dearest
  // part of a task list and seldom wanted: whoever has a place numbered `enough` needs nobody else's.
  const { rows } = await sql<PastMinutes>`
    with rounds as (
      select other.id from round as this
        join programme_version as v on v.id = this.programme_version_id
        join programme_version as same on same.key = v.key
        join round as other on other.programme_version_id = same.id
      where this.id = ${round}),
    kinds as (
      select * from unnest(${kinds.map(({ level }) => level)}::int[], ${kinds.map(({ stage }) => stage)}::text[])
        as kind (level, stage)),
    past as (
      select r.assigned_to as person, r.level, c.stage, r.minutes,
        row_number() over (partition by r.assigned_to, r.level, c.stage order by r.submitted_at desc, r.id) as place
      from review as r join case_stage as c on c.id = r.case_stage_id
      where r.assigned_to = any(${people}::uuid[]) and r.state = 'submitted' and r.minutes > 0
        and r.round_id in (select id from rounds) and (r.level, c.stage) in (select level, stage from kinds))
    select person, level, stage, array_agg(minutes order by place) as minutes from past
      where place <= ${most} group by person, level, stage
    union all
    select null, kind.level, kind.stage, array(
      select r.minutes from (
          select minutes, round_id, case_stage_id, submitted_at, id from review
          where level = kind.level and state = 'submitted' and minutes > 0
          order by submitted_at desc, id limit 600) as r
        join case_stage as c on c.id = r.case_stage_id
      where c.stage = kind.stage and r.round_id in (select id from rounds)
      order by r.submitted_at desc, r.id limit 200)
    from kinds as kind
    where (select count(*) from past
      where past.level = kind.level and past.stage = kind.stage and place = ${enough}) < ${new Set(people).size}`.execute(
    reader.db,
  )
  return rows
}
