import { sql } from 'kysely'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** Minutes that reviewers stated for a level's submitted reviews, summed over all units. */
export interface LevelTime {
  readonly level: number
  readonly minutes: number
  /** Reviews that minutes were stated for. */
  readonly reviews: number
}

export async function listMeasuredTimes(reader: Reader, round: RoundId): Promise<readonly LevelTime[]> {
  const { rows } = await sql<LevelTime>`
    select level, sum(minutes)::int as minutes, count(*)::int as reviews from review
    where round_id = ${round} and state = 'submitted' and minutes > 0
    group by level order by level`.execute(reader.db)
  return rows
}
