import { sql } from 'kysely'
import type { Reader } from '../transaction.ts'
import type { ListedState } from './deadline-list.ts'

export interface RulesVersionRow {
  readonly key: string
  readonly version: number
  readonly publishedAt: Date
  readonly publishedBy: string | null
  readonly reason: string | null
  readonly ofVersion: number | null
}

/** Every version published, by key and the newest first; at most 2,000. */
export async function listRulesVersions(reader: Reader): Promise<readonly RulesVersionRow[]> {
  return reader.db
    .selectFrom('deadline_rules as r')
    .leftJoin('person as p', 'p.id', 'r.published_by')
    .select([
      'r.key',
      'r.version',
      'r.published_at as publishedAt',
      'p.name as publishedBy',
      'r.reason',
      'r.of_version as ofVersion',
    ])
    .orderBy('r.key')
    .orderBy('r.version', 'desc')
    .limit(2000)
    .execute()
}

/** The text of a version as it was published. */
export async function findRulesText(
  reader: Reader,
  key: string,
  version: number,
): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('deadline_rules')
    .select('source')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.source
}

/** The newest version of some rules and its text. */
export async function findNewestRulesText(
  reader: Reader,
  key: string,
): Promise<{ readonly version: number; readonly text: string } | undefined> {
  return reader.db
    .selectFrom('deadline_rules')
    .select(['version', 'source as text'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface JudgedCount {
  readonly rules: string
  readonly rule: string
  readonly state: ListedState
  readonly count: number
}

/** How many deadlines each rule judged, as they stand now. Sums of the municipality: no case and no unit. */
export async function countJudged(reader: Reader, now: Date): Promise<readonly JudgedCount[]> {
  const { rows } = await sql<JudgedCount>`
    select rules, rule, state, count(*)::int as count from (
      select rules, rule, case when verdict <> 'pending' then verdict when ends_at <= ${now} then 'open'
        else 'running' end as state from case_deadline) judged
    group by rules, rule, state order by rules, rule, state`.execute(reader.db)
  return rows
}

/** Cases that have events. */
export async function countCasesWithEvents(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select distinct case_id from case_event) cases`.execute(reader.db)
  return rows[0]?.count ?? 0
}

/** Case numbers in their order, from the one after `after` on. */
export async function listCasesAfter(
  reader: Reader,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct case_id as "caseId" from case_event where case_id > ${after}
    order by case_id limit ${limit}`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}
