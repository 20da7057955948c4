import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonalReader, Writer } from '../../transaction.ts'
import { caseTables, erasedPrefix, erasedWords } from './case-tables.ts'
import { isAbout } from './rows-of-cases.ts'

export interface ChildOfCase {
  readonly id: string
  /** Hex. */
  readonly cprHash: string | null
  /** No other case is about it. */
  readonly last: boolean
}

/** The children that the case is about. */
export async function listChildren(reader: PersonalReader, caseId: string): Promise<readonly ChildOfCase[]> {
  const { rows } = await sql<ChildOfCase>`
    select c.id, encode(c.cpr_hash, 'hex') as "cprHash", not (
      exists (select from case_stage s where s.child_id = c.id and s.case_id <> ${caseId})
      or exists (select from case_event e where e.child_id = c.id and e.case_id <> ${caseId})
      or exists (select from register_entry_version v join register_entry r on r.id = v.entry_id
        where v.child_id = c.id and r.case_id <> ${caseId})) as last
    from child c where c.id in (
      select child_id from case_stage where case_id = ${caseId}
      union select child_id from case_event where case_id = ${caseId}
      union select v.child_id from register_entry_version v join register_entry r on r.id = v.entry_id where r.case_id = ${caseId})`.execute(
    reader.db,
  )
  return rows
}

const textsNamingCases = [
  ['irregularity', 'text_da'],
  ['irregularity', 'text_en'],
  ['visit_minutes', 'text'],
  ['visit_point', 'text'],
  ['visit_point', 'outcome_note'],
] as const

/** Deletes or empties every row that is about the case, its log entries apart. In one transaction, so all or nothing. */
export async function eraseCase(
  writer: Writer,
  caseId: string,
  children: readonly ChildOfCase[],
): Promise<void> {
  const { db } = writer
  const name = `${erasedPrefix}${randomUUID()}`
  await sql`delete from import_row where content ->> 'case_id' = ${caseId}`.execute(db)
  // Replies that are kept for a day to be given again.
  await sql`delete from answered_request where strpos(reply::text, ${caseId}) > 0`.execute(db)
  await sql`
    update draw set from_cases = (
      select jsonb_agg(case when one ->> 'caseId' = ${caseId} then jsonb_set(one, '{caseId}', to_jsonb(${name}::text)) else one end)
      from jsonb_array_elements(from_cases) one)
    where from_cases @> jsonb_build_array(jsonb_build_object('caseId', ${caseId}::text))`.execute(db)
  // Texts of rounds and meetings, where somebody may have named the case by its number.
  for (const [table, column] of textsNamingCases)
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${caseId}, ${erasedWords})
      where strpos(${sql.ref(column)}, ${caseId}) > 0`.execute(db)
  for (const { table, purge } of caseTables) {
    if (purge.kind === 'keep') continue
    if (purge.kind === 'delete') {
      await sql`delete from ${sql.table(table)} where ${isAbout(table, [caseId])}`.execute(db)
      continue
    }
    const set = Object.entries(purge.set).map(
      ([column, to]) => sql`${sql.ref(column)} = ${sql.raw(to.replaceAll(':name', `'${name}'`))}`,
    )
    await sql`update ${sql.table(table)} set ${sql.join(set)} where ${isAbout(table, [caseId])}`.execute(db)
  }
  // What no result counts need not stay, not even empty.
  await sql`
    delete from case_stage s where s.case_id = ${name}
      and not exists (select from draw_case d where d.case_stage_id = s.id)
      and not exists (select from review r where r.case_stage_id = s.id)
      and not exists (select from finding f where f.case_stage_id = s.id)
      and not exists (select from critical_case k where k.case_stage_id = s.id)
      and not exists (select from anchor_case a where a.case_stage_id = s.id)`.execute(db)
  const gone = children.flatMap(({ id, last }) => (last ? [id] : []))
  if (gone.length > 0) await sql`delete from child where id = any(${gone}::uuid[])`.execute(db)
}
