import { sql } from 'kysely'
import type { LogSource, UnsealedEntry } from '../../../core/access/seal/check-log.ts'
import { logs, type Log } from '../../../core/access/seal/entry.ts'
import type { StoredHead, StoredSeal } from '../../../core/access/seal/tree-check.ts'
import type { MunicipalityId } from '../../ids.ts'
import type { PersonalReader, Reader } from '../../transaction.ts'
import { listRedacted } from '../retention/redact.ts'
import { entryColumns, entryTable, type EntryColumns } from './entry-columns.ts'
import { notSeenBy } from './fresh-entries.ts'
import { findLastHead, listHeadsAfter } from './heads.ts'
import { findSnapshot } from './snapshot.ts'

/** Rows read in one go; all that is in memory at once. */
const perPage = 5000

/** Everything sealed of a municipality, page by page; one snapshot must hold for all of it. */
export function storedLog(reader: PersonalReader, municipality: MunicipalityId): LogSource {
  return {
    async *heads() {
      let after = 0
      for (;;) {
        const page: readonly StoredHead[] = await listHeadsAfter(reader, after, perPage)
        if (page.length === 0) return
        yield page
        after = page.at(-1)?.head.number ?? after
      }
    },
    async *seals() {
      const redacted = await listRedacted(reader)
      let after = 0
      for (;;) {
        const page = await sealsAfter(reader, municipality, redacted, after)
        if (page.length === 0) return
        yield page
        after = page.at(-1)?.position ?? after
      }
    },
    async *unsealed() {
      const seen = findSnapshot((await findLastHead(reader))?.head.seen ?? '')
      for (const log of logs) {
        let after = '-9223372036854775808'
        for (;;) {
          const page: readonly UnsealedEntry[] = await unsealedAfter(reader, log, after, seen)
          if (page.length === 0) break
          yield page
          after = page.at(-1)?.id ?? after
        }
      }
    },
  }
}

interface SealRow {
  readonly position: number
  readonly log: Log
  readonly entryId: string
  readonly leaf: Buffer
}

async function sealsAfter(
  reader: Reader,
  municipality: MunicipalityId,
  redacted: ReadonlyMap<string, string>,
  after: number,
): Promise<readonly StoredSeal[]> {
  const seals = await sql<SealRow>`
    select position, log, entry_id::text as "entryId", leaf from log_seal
    where position > ${after} order by position limit ${perPage}`.execute(reader.db)
  const entries = new Map<string, EntryColumns>()
  for (const log of logs) {
    const ids = seals.rows.flatMap((seal) => (seal.log === log ? [seal.entryId] : []))
    const { rows } = await sql<EntryColumns>`
      select ${entryColumns(log)} from ${entryTable(log)} e where e.id = any(${ids}::bigint[])`.execute(
      reader.db,
    )
    for (const row of rows) entries.set(`${log} ${row.id}`, row)
  }
  return seals.rows.map((seal) => {
    const row = entries.get(`${seal.log} ${seal.entryId}`)
    return {
      ...seal,
      entry: row && { ...row, log: seal.log, municipality },
      redacted: redacted.get(`${seal.log}:${seal.entryId}`),
    }
  })
}

/** Not the entries of the reading transaction itself. */
async function unsealedAfter(
  reader: Reader,
  log: Log,
  after: string,
  seen: ReturnType<typeof findSnapshot>,
): Promise<readonly UnsealedEntry[]> {
  const overlooked = seen === undefined ? sql`false` : sql`(${notSeenBy(seen)}) is not true`
  const { rows } = await sql<Omit<UnsealedEntry, 'log'>>`
    select e.id::text as id, extract(epoch from e.at)::text as at, ${overlooked} as overlooked
    from ${entryTable(log)} e
    where e.id > ${after}::bigint
      and e.written_in is distinct from pg_current_xact_id_if_assigned()::text::bigint
      and not exists (select from log_seal s where s.log = ${sql.lit(log)} and s.entry_id = e.id)
    order by e.id limit ${perPage}`.execute(reader.db)
  return rows.map((row) => ({ ...row, log }))
}
