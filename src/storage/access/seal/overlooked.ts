import { sql } from 'kysely'
import { logs } from '../../../core/access/seal/entry.ts'
import type { Reader } from '../../transaction.ts'
import { entryTable } from './entry-columns.ts'
import { notSeenBy } from './fresh-entries.ts'
import type { Snapshot } from './snapshot.ts'

/** Whether an entry has no seal although the snapshot could see it; reads both logs whole. */
export async function hasOverlooked(reader: Reader, seen: Snapshot): Promise<boolean> {
  for (const log of logs) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (
        select from ${entryTable(log)} e
        where (${notSeenBy(seen)}) is not true
          and not exists (select from log_seal s where s.log = ${sql.lit(log)} and s.entry_id = e.id)
      ) as found`.execute(reader.db)
    if (rows[0]?.found === true) return true
  }
  return false
}
