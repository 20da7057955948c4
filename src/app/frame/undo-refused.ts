import type { Database } from '../../storage/transaction.ts'

/**
 * The database, where a use case that is refused leaves nothing: a change has to be recorded before a row can be held and
 * looked at, and the entry would else say that something was done which was then refused. Of looks alone the entries stay,
 * and so does all of a refusal that says so (`keepsChanges`).
 */
export function undoRefused(database: Database): Database {
  return {
    ...database,
    async transaction(actor, work, options) {
      let undone: Error | undefined
      const refusals: Awaited<ReturnType<typeof work>>[] = []
      try {
        return await database.transaction(
          actor,
          async (tx) => {
            let changes = 0
            const result = await work({
              ...tx,
              recordChange(entry) {
                changes += 1
                return tx.recordChange(entry)
              },
            })
            if (changes === 0 || !isRefusal(result)) return result
            refusals.push(result)
            // Made only now: an error notes the calls that led to it, which costs, and nearly all requests need none.
            undone = new Error('what was refused is undone')
            throw undone
          },
          options,
        )
      } catch (error) {
        const [refusal] = refusals.slice(-1)
        if (undone === undefined || error !== undone || refusal === undefined) throw error
        return refusal
      }
    },
    once: (actor, request, work) => database.once(actor, request, (within) => work(undoRefused(within))),
  }
}

/** By its form: a transaction may give anything. */
function isRefusal(result: unknown): boolean {
  return (
    typeof result === 'object' &&
    result !== null &&
    'ok' in result &&
    result.ok === false &&
    !('keepsChanges' in result)
  )
}
