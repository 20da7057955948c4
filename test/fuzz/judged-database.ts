import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../src/storage/transaction.ts'

/** What one request did to the database. */
export interface Deeds {
  /** Changes of transactions that ran to their end, and so would have been kept. */
  kept: number
  /** Looks at somebody's data that were recorded. */
  looks: number
}

/** Acts that put a refusal on record and change nothing else. */
const recordsRefusal: ReadonlySet<string> = new Set(['be-refused', 'fail-proof', 'fail-sign-in'])

const deeds = new AsyncLocalStorage<Deeds>()

/** Runs one request; `deeds` then tells what it would have kept. */
export function following<T>(note: Deeds, work: () => Promise<T>): Promise<T> {
  // A request that is only made once somebody waits for it must be waited for in here.
  return deeds.run(note, async () => await work())
}

/**
 * The database, with everything that is written undone at the end of each transaction, so that any number of requests
 * find it as the first one did. Constraints that wait for the commit are asked before; what would have been kept is counted.
 */
export function judgedDatabase(database: Database): Database {
  const nothingKept = new Error('what was written is undone')
  return {
    ...database,
    beforeSignIn: {
      ...database.beforeSignIn,
      touchSession: async () => undefined,
      closeSession: async () => undefined,
    },
    async transaction(actor, work, options) {
      const results: Awaited<ReturnType<typeof work>>[] = []
      try {
        await database.transaction(
          actor,
          async (tx) => {
            results.push(await counted(tx, work))
            throw nothingKept
          },
          options,
        )
      } catch (error) {
        if (error !== nothingKept) throw error
      }
      const [result] = results.slice(-1)
      // The work ran to its end, or the error was thrown above; a result of `undefined` is one too.
      return result as Awaited<ReturnType<typeof work>>
    },
    async once(actor, request, work) {
      const replies: Awaited<ReturnType<typeof work>>[] = []
      try {
        return await database.once(actor, request, async (within) => {
          const whole: Database = {
            ...within,
            transaction: (who, part, options) => within.transaction(who, (tx) => counted(tx, part), options),
          }
          replies.push(await work(whole))
          throw nothingKept
        })
      } catch (error) {
        const [reply] = replies.slice(-1)
        if (error !== nothingKept || reply === undefined) throw error
        return { kind: 'done', result: reply.result }
      }
    },
  }
}

/** Runs the work; when it reaches its end, what it changed is noted and held against the constraints. */
async function counted<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let [changes, looks] = [0, 0]
  const result = await work({
    ...tx,
    recordAccess(entry) {
      looks += 1
      return tx.recordAccess(entry)
    },
    recordChange(entry) {
      if (!recordsRefusal.has(entry.act)) changes += 1
      return tx.recordChange(entry)
    },
  })
  if (changes > 0) await sql`set constraints all immediate`.execute(tx.reader.db)
  const note = deeds.getStore()
  if (note !== undefined) {
    note.kept += changes
    note.looks += looks
  }
  return result
}
