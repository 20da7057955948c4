import { sql } from 'kysely'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** What has happened since a moment to what a report's numbers are made of. Counts, and nothing of any case. */
export interface SinceRelease {
  /** Reviews of these rounds submitted for the first time. */
  readonly late: number
  /** Reviews that were submitted before, and again with other answers or none. */
  readonly corrected: number
  /** Reviews that were taken back and not submitted again. */
  readonly takenBack: number
  /** Findings of the first of the rounds that somebody worked on. */
  readonly findings: number
  /** Cases of the municipality erased by runs that ended since or still go on. */
  readonly erased: number
}

/** `rounds`: the report's, and then the one that it compares with. */
export async function countSince(
  reader: Reader,
  rounds: readonly [RoundId, ...RoundId[]],
  since: Date,
): Promise<SinceRelease> {
  const { rows } = await sql<SinceRelease>`
    with again as (
      select r.id, r.state, r.submitted_at, exists (select from review_submission s
        where s.municipality_id = r.municipality_id and s.review_id = r.id and s.submitted_at <= ${since}) as before
      from review r where r.round_id = any(${rounds}::uuid[])
    )
    select
      (select count(*)::int from again where state = 'submitted' and submitted_at > ${since} and not before) as late,
      (select count(*)::int from again where state = 'submitted' and submitted_at > ${since} and before) as corrected,
      (select count(*)::int from again where state <> 'submitted' and before) as "takenBack",
      (select count(distinct a.finding_id)::int from finding_act a
        join finding f on f.municipality_id = a.municipality_id and f.id = a.finding_id
        where f.round_id = ${rounds[0]} and a.at > ${since} and a.kind not like 'told-%') as findings,
      (select coalesce(sum(erased), 0)::int from purge_run
        where approved and (finished_at is null or finished_at > ${since})) as erased`.execute(reader.db)
  const [row] = rows
  if (row === undefined) throw new Error('counts without a row')
  return row
}
