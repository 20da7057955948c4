import { sql, type Kysely } from 'kysely'
import type pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { answerOnce } from './answered-request.ts'
import { beforeSignIn } from './before-sign-in.ts'
import { bulkInsert } from './bulk-insert.ts'
import { signClaim, type ClaimKey } from './claim.ts'
import { connectionCode, isConnectionLoss } from './pool.ts'
import { causeOf, nothingOnRecord, putOnRecord, recordShown, type OnRecord } from './record-shown.ts'
import { listShownCases } from './shown-cases.ts'
import { statementsInFlight } from './statements-in-flight.ts'
import { toJson } from './tables/column.ts'
import type { Tables } from './tables/tables.ts'
import type {
  Actor,
  Database,
  PersonalReader,
  Reader,
  Transaction,
  TransactionOptions,
  Writer,
} from './transaction.ts'

export interface DatabaseParts {
  /** Connections as `tilsyn_app`. */
  readonly pool: pg.Pool
  readonly claimKey: ClaimKey
  /** Milliseconds since 1970; the database accepts 5 minutes of difference to its own clock. */
  readonly now: () => number
}

const conflictAttempts = 4
/** Pauses before trying again to begin while the server restarts, in ms; about 8 s in all. */
const beginPauses = [50, 100, 250, 500, 1000, 2000, 4000]

/** serialization_failure, deadlock_detected */
const conflicts = new Set(['40001', '40P01'])

export function openDatabase({ pool, claimKey, now }: DatabaseParts): Database {
  const { db, on } = statementsInFlight(pool)

  async function once<T>(
    actor: Actor,
    work: (trx: Kysely<Tables>, record: OnRecord) => Promise<T>,
    options: TransactionOptions,
    begun: () => void,
  ): Promise<T> {
    const client = await pool.connect()
    let broken = false
    const record = nothingOnRecord()
    // The work's statements follow at once: until the claim is accepted they see and change nothing.
    const claimed = Promise.all([
      client.query(`start transaction isolation level ${options.isolation ?? 'read committed'} read write`),
      claim(client, signClaim(claimKey, actor, now()), actor, options),
    ]).then(begun)
    // Waited for below, also where the work fails before it.
    claimed.catch(() => undefined)
    try {
      if (options.long === true) {
        await client.query("set local statement_timeout = '15min'")
        await client.query("set local idle_in_transaction_session_timeout = '15min'")
      }
      const [result] = await Promise.all([work(on(client), record), claimed])
      const [{ command }] = await Promise.all([client.query('commit'), ...record.entries])
      // PostgreSQL answers so, without an error, when a statement of the transaction failed.
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true))
      await claimed
      throw await causeOf(record, error)
    } finally {
      client.release(broken)
    }
  }

  /** Again after a conflict, and while the server restarts. */
  async function persistently<T>(
    actor: Actor,
    work: (trx: Kysely<Tables>, record: OnRecord) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    let conflictsMet = 0
    let lossesMet = 0
    for (;;) {
      let begun = false
      try {
        return await once(actor, work, options, () => (begun = true))
      } catch (error) {
        const wait = beginPauses[lossesMet]
        if (!begun && isConnectionLoss(error) && wait !== undefined) {
          lossesMet += 1
          await pause(wait)
        } else if (conflicts.has(connectionCode(error)) && conflictsMet + 1 < conflictAttempts) {
          conflictsMet += 1
        } else throw error
      }
    }
  }

  const database: Database = {
    beforeSignIn: beforeSignIn(db),
    transaction: (actor, work, options) =>
      persistently(actor, (trx, record) => onRecord(trx, actor, record, work, options ?? {}), options),
    once: (actor, request, work) =>
      persistently(actor, (trx, record) =>
        answerOnce(trx, actor.personId, request, () =>
          work({ ...database, transaction: partOf(trx, actor, record) }),
        ),
      ),
    async snapshot() {
      const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(db)
      return rows[0]?.seen ?? ''
    },
    async alive() {
      try {
        await sql`select 1`.execute(db)
        return true
      } catch {
        return false
      }
    },
    close: () => pool.end(),
  }
  return database
}

/** Transactions as parts of one under way: a part that throws is undone, what was before it stays. */
function partOf(trx: Kysely<Tables>, owner: Actor, { entries }: OnRecord): Database['transaction'] {
  return async (actor, work, options = {}) => {
    if (actor.municipalityId !== owner.municipalityId || actor.personId !== owner.personId)
      throw new Error('a request that is carried out once acts for its caller only')
    if (options.isolation !== undefined || options.long === true)
      throw new Error('a request that is carried out once runs at the usual isolation and length')
    await sql`savepoint part`.execute(trx)
    try {
      const result = await onRecord(trx, owner, { ...nothingOnRecord(), entries }, work, options)
      await sql`release savepoint part`.execute(trx)
      return result
    } catch (error) {
      await sql`rollback to savepoint part`.execute(trx)
      throw error
    }
  }
}

const presentClaim = `
  select sealed.current_municipality() as municipality
  from set_config('tilsyn.claim', $1, true) presented,
    set_config('row_security', 'on', true) secured,
    set_config('search_path', 'public', true) named,
    set_config('plan_cache_mode', $2, true) planned`

/**
 * Presents the claim. It travels as a bound parameter: written into the statement it could be read in
 * pg_stat_activity by every other session of the same role, and used there for five minutes. The same statement sets
 * anew what an earlier transaction may have left in the connection.
 */
async function claim(
  client: pg.PoolClient,
  text: string,
  actor: Actor,
  { plans }: TransactionOptions,
): Promise<void> {
  const { rows } = await client.query<{ municipality: string | null }>(presentClaim, [
    text,
    plans === 'once' ? 'force_generic_plan' : 'auto',
  ])
  if (rows[0]?.municipality !== actor.municipalityId)
    throw new Error(
      'the database does not accept the claim: its key differs, or its clock by more than 5 minutes',
    )
}

/** Carries out the work and, before the commit, puts on record which cases its answer shows to the person who asked. */
async function onRecord<T>(
  db: Kysely<Tables>,
  actor: Actor,
  record: OnRecord,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const result = await work(transactionOn(db, actor, record))
  // What the program reads for itself nobody sees.
  if (actor.personId === null) return result
  recordShown(db, record, options.shows === 'sums' ? [] : listShownCases(result))
  return result
}

function transactionOn(db: Kysely<Tables>, actor: Actor, record: OnRecord): Transaction {
  return {
    actor,
    reader: { db },
    async recordAccess(entry) {
      record.act = entry.act
      if (entry.subjectKind === 'case' && entry.subjectId !== undefined) record.cases.add(entry.subjectId)
      // Whatever is sent after it fails when it does, and so does the commit.
      putOnRecord(
        record,
        db.insertInto('access_entry').values({
          act: entry.act,
          subject_kind: entry.subjectKind,
          subject_id: entry.subjectId ?? null,
          detail: toJson(entry.detail ?? {}),
        }),
      )
      const reader: Reader = { db }
      // The brand stands for the row just sent; this is the only place that grants it.
      return reader as PersonalReader
    },
    async recordChange(entry) {
      record.act = entry.act
      putOnRecord(
        record,
        db.insertInto('change_entry').values({
          act: entry.act,
          room: entry.room,
          subject_kind: entry.subjectKind,
          subject_id: entry.subjectId ?? null,
          detail: toJson(entry.detail ?? {}),
        }),
      )
      // As above.
      return { db } as Writer
    },
    shows(cases) {
      for (const each of cases) record.shown.add(each)
    },
    copy: (writer, table, columns, rows) => bulkInsert(writer.db, table, columns, rows),
  }
}
