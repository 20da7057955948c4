import type { Database } from '../../../src/storage/transaction.ts'

/**
 * The database, with everything that is written undone at the end of each transaction: a thousand calls, each as the
 * first one. Sessions are neither touched nor closed.
 */
export function rolledBack(database: Database): Database {
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
            results.push(await work(tx))
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
  }
}
