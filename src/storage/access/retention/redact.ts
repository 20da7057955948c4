import { sql } from 'kysely'
import { encodeEntry, logs, type Log } from '../../../core/access/seal/entry.ts'
import { leafHash } from '../../../core/access/seal/merkle-tree.ts'
import type { MunicipalityId } from '../../ids.ts'
import type { PersonalReader, Writer } from '../../transaction.ts'
import { entryColumns, entryTable, type EntryColumns } from '../seal/entry-columns.ts'

/** An entry of either log. */
export interface EntryRef {
  readonly log: Log
  readonly id: string
}

/** Entries by what they name: a case, or a child that goes with it. */
export interface Named {
  readonly cases: readonly string[]
  readonly children: readonly string[]
  /** Hex, of the CPR numbers that were searched for. */
  readonly cprHashes: readonly string[]
}

/**
 * Entries whose detail names one of the cases anywhere. Reads both logs to the end, so it is asked once for many cases;
 * `findEntries` finds by index what came later.
 */
export async function searchDetails(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly EntryRef[]>> {
  const found = new Map<string, EntryRef[]>()
  for (const log of logs) {
    const { rows } = await sql<{ id: string; caseId: string }>`
      select e.id::text as id, v #>> '{}' as "caseId" from ${entryTable(log)} e,
        jsonb_path_query(e.detail, 'strict $.** ? (@.type() == "string")') v
      where v #>> '{}' = any(${[...cases]}::text[])`.execute(reader.db)
    for (const { id, caseId } of rows) found.set(caseId, [...(found.get(caseId) ?? []), { log, id }])
  }
  return found
}

/** Entries that are about the case or a child, or whose lists showed it. */
export async function findEntries(
  reader: PersonalReader,
  { cases, children, cprHashes }: Named,
): Promise<readonly EntryRef[]> {
  const about = (log: Log) => sql`
    select ${sql.lit(log)} as log, e.id::text as id from ${entryTable(log)} e
    where e.subject_kind = 'case' and e.subject_id = any(${[...cases]}::text[])
      or e.subject_kind = 'child' and e.subject_id = any(${[...children]}::text[])`
  const { rows } = await sql<EntryRef>`
    ${about('access')}
    union ${about('change')}
    union select 'access', h.entry_id::text from access_hit h where h.case_id = any(${[...cases]}::text[])
    union select 'access', e.id::text from access_entry e where e.subject_kind = 'child'
      and e.detail ->> 'cprHash' = any(${[...cprHashes]}::text[])`.execute(reader.db)
  return rows
}

/**
 * Takes the cases out of entries: of lists their numbers, of entries about them everything but who did what and when. What
 * each entry hashes to from now on stands in an entry of its own, which is sealed as any other: verification holds the
 * rest against that.
 */
export async function redactEntries(
  writer: Writer,
  municipality: MunicipalityId,
  entries: readonly EntryRef[],
  { cases, children }: Pick<Named, 'cases' | 'children'>,
): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const log of logs) {
    const ids = [...new Set(entries.flatMap((entry) => (entry.log === log ? [entry.id] : [])))]
    if (ids.length === 0) continue
    const { rows } = await sql<EntryColumns>`
      update ${entryTable(log)} e set
        subject_id = case when e.subject_kind = 'case' and e.subject_id = any(${[...cases]}::text[])
          or e.subject_kind = 'child' and e.subject_id = any(${[...children]}::text[]) then null else e.subject_id end,
        detail = case
          when e.act = 'show-cases' and jsonb_typeof(e.detail -> 'cases') = 'array'
            then jsonb_set(e.detail, '{cases}', (e.detail -> 'cases') - ${[...cases]}::text[])
          else '{}' end
      where e.id = any(${ids}::bigint[])
      returning ${entryColumns(log)}`.execute(writer.db)
    for (const row of rows)
      hashes.push(`${log}:${row.id}:${leafHash(encodeEntry({ ...row, log, municipality })).toString('hex')}`)
  }
  return hashes
}

/** What entries hash to since something was taken out of them, by `access:17`; the newest taking out counts. */
export async function listRedacted(reader: PersonalReader): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ entry: string }>`
    select jsonb_array_elements_text(e.detail -> 'entries') as entry from change_entry e
    where e.act = ${redactAct} and e.person_id is null and jsonb_typeof(e.detail -> 'entries') = 'array'
    order by e.id`.execute(reader.db)
  return new Map(
    rows.map(({ entry }) => {
      const [log = '', id = '', hash = ''] = entry.split(':')
      return [`${log}:${id}`, hash] as const
    }),
  )
}

/** Act of the entry that lists what was taken out. */
export const redactAct = 'redact-log-entries'
