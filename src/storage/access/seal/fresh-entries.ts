import { sql, type RawBuilder } from 'kysely'
import type { Log, SealedEntry } from '../../../core/access/seal/entry.ts'
import type { MunicipalityId } from '../../ids.ts'
import type { Reader } from '../../transaction.ts'
import { entryColumns, entryTable, type EntryColumns } from './entry-columns.ts'
import type { Snapshot } from './snapshot.ts'

/** The highest ids of a backlog that are already sealed. */
export type Reached = Readonly<Record<Log, number>>

export interface FreshEntries {
  /** The snapshot that this was read in. */
  readonly seen: string
  /** Seconds since 1970 by the database's clock. */
  readonly time: string
  readonly entries: readonly SealedEntry[]
}

type Row = { readonly seen: string; readonly time: string } & (
  (EntryColumns & { readonly log: Log }) | { readonly log: null }
)

/**
 * Entries without a seal, at most `limit` of each log: those that `since` could not see, or all where nothing is known
 * to have been seen. Which transaction wrote a row decides, never its id or time: a transaction that commits late has
 * low ids. The snapshot comes with the same statement, so nothing can fall between the two.
 */
export async function listFreshEntries(
  reader: Reader,
  municipality: MunicipalityId,
  since: Snapshot | undefined,
  reached: Reached,
  limit: number,
): Promise<FreshEntries> {
  const { rows } = await sql<Row>`
    select s.seen, s.time, fresh.*
    from (select pg_current_snapshot()::text as seen, extract(epoch from clock_timestamp())::text as time) s
      left join (
        ${ofLog('access', since, reached, limit)} union all ${ofLog('change', since, reached, limit)}
      ) fresh on true`.execute(reader.db)
  const [first] = rows
  if (first === undefined) throw new Error('a left join has a row')
  const entries = rows.flatMap((row) => (row.log === null ? [] : [{ ...row, municipality }]))
  return { seen: first.seen, time: first.time, entries }
}

function ofLog(log: Log, since: Snapshot | undefined, reached: Reached, limit: number): RawBuilder<unknown> {
  const table = entryTable(log)
  const unsealed = sql`not exists (
    select from log_seal s where s.log = ${sql.lit(log)} and s.entry_id = e.id)`
  // Found by the index on written_in before anything is ordered; to the planner the order by id looks cheaper.
  const candidates =
    since === undefined
      ? sql`select e.id from ${table} e where e.id > ${reached[log]} and ${unsealed}`
      : sql`(with written as materialized (
          select e.id from ${table} e
          where ${notSeenBy(since)} and e.id > ${reached[log]})
        select e.id from written e where ${unsealed})`
  return sql`(
    select ${sql.lit(log)} as log, ${entryColumns(log)}
    from (select e.id from (${candidates}) e order by e.id limit ${limit}) chosen
      join ${table} e on e.id = chosen.id
    order by e.id)`
}

/**
 * Rows (`e`) whose transaction a snapshot could not see. Numbers beyond the present ones are of the database that this
 * one was restored from; their entries are found without a snapshot.
 */
export function notSeenBy({ xmax, underWay }: Snapshot): RawBuilder<unknown> {
  return sql`((e.written_in >= ${xmax} and e.written_in < pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
    or e.written_in = any(${[...underWay]}::bigint[]))`
}
