import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError, type Client } from 'pg'
import { inOwnerSession } from '../../backup/owner-session.ts'
import { caseTables } from './case-tables.ts'

/** Everything that rows were deleted from or changed in, and the statistics that quote the commonest values of columns. */
const touched = [
  ...caseTables.map(({ table }) => table),
  'child',
  'draw',
  'import_row',
  'answered_request',
  'access_entry',
  'change_entry',
  'mail',
  'notification',
  'irregularity',
  'visit_minutes',
  'visit_point',
  'sealed.session',
  'pg_catalog.pg_statistic',
  'pg_catalog.pg_statistic_ext_data',
]

/** Longest wait for transactions that may still see what was erased, in ms. */
const longestWait = 10 * 60_000

export interface Rewritten {
  /** Something reads since before the erasing, so nothing was written anew. */
  readonly kept: 'readers' | undefined
  /** What the owner's role may not do; a superuser must. */
  readonly left: readonly string[]
}

/**
 * Writes tables and indexes anew without what was erased, and moves the write-ahead log on, so that no file of the database
 * holds it any more. Each table is locked while it is written.
 */
export async function rewriteFiles(ownerUrl: string): Promise<Rewritten> {
  return inOwnerSession(ownerUrl, 'tilsyn purge', async (client) => {
    const left: string[] = []
    client.on('notice', (notice) => {
      if (notice.message?.includes('permission denied') === true) left.push(notice.message)
    })
    if (!(await waitForReaders(client))) return { kept: 'readers', left }
    for (const table of touched) await client.query(`vacuum (full, analyze) ${table}`)
    // The statistics were written by the analysing itself, so theirs come once more.
    await client.query('vacuum full pg_catalog.pg_statistic')
    for (const statement of ['checkpoint', 'select pg_switch_wal()', 'checkpoint'])
      try {
        await client.query(statement)
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== insufficientPrivilege) throw error
        left.push(statement)
      }
    return { kept: undefined, left: [...new Set(left)] }
  })
}

const insufficientPrivilege = '42501'

/** VACUUM keeps what an older snapshot could still see, e.g. a backup's that is under way. */
async function waitForReaders(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ now: string }>('select pg_current_xact_id()::xid::text as now')
  const deadline = performance.now() + longestWait
  for (;;) {
    const readers = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_xmin is not null and age(backend_xmin) > age($1::xid)`,
      [rows[0]?.now],
    )
    if (readers.rowCount === 0) return true
    if (performance.now() > deadline) return false
    await pause(200)
  }
}
