import { sql } from 'kysely'
import { logs } from '../../../core/access/seal/entry.ts'
import type { Reader } from '../../transaction.ts'
import { entryTable } from './entry-columns.ts'
import { notSeenBy } from './fresh-entries.ts'
import { findSnapshot } from './snapshot.ts'

/** What the log's page says of the seals. */
export interface SealState {
  readonly sealedAt: Date
  readonly entries: number
  /** The oldest entry that has waited longer than a minute, where sealing stands still. */
  readonly waitingSince: Date | null
  readonly verified: { readonly at: Date; readonly findings: number } | null
}

export async function findSealState(reader: Reader): Promise<SealState | undefined> {
  const head = await reader.db
    .selectFrom('log_head')
    .select(['sealed_at as sealedAt', 'size as entries', 'seen'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (head === undefined) return undefined
  const { sealedAt, entries, seen } = head
  const verified = await reader.db
    .selectFrom('change_entry')
    .select(['at', 'detail'])
    .where('subject_kind', '=', 'log-seal')
    .where('act', '=', 'conclude-verification')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    sealedAt,
    entries,
    waitingSince: await findWaitingSince(reader, seen),
    verified:
      verified === undefined ? null : { at: verified.at, findings: Number(verified.detail['findings']) },
  }
}

async function findWaitingSince(reader: Reader, seen: string): Promise<Date | null> {
  const snapshot = findSnapshot(seen)
  // A backlog is being sealed for the first time; the head says how far.
  if (snapshot === undefined) return null
  const oldest = logs.map(
    (log) => sql`(select min(at) as at from ${entryTable(log)} e
      where ${notSeenBy(snapshot)} and at < now() - interval '1 minute'
        and not exists (select from log_seal s where s.log = ${sql.lit(log)} and s.entry_id = e.id))`,
  )
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (${sql.join(oldest, sql` union all `)}) waiting`.execute(reader.db)
  return rows[0]?.at ?? null
}
