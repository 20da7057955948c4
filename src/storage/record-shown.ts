import type { Kysely } from 'kysely'
import { connectionCode } from './pool.ts'
import { toJson } from './tables/column.ts'
import type { Tables } from './tables/tables.ts'

/** What a transaction has put on record so far. */
export interface OnRecord {
  /** The last act, which says what the cases were shown for. */
  act: string | undefined
  /** Cases that are themselves the subject of an entry about a look. */
  readonly cases: Set<string>
  /** Cases that the work said it shows. */
  readonly shown: Set<string>
  /** Sent, and waited for with the commit. */
  readonly entries: Promise<unknown>[]
}

export function nothingOnRecord(): OnRecord {
  return { act: undefined, cases: new Set(), shown: new Set(), entries: [] }
}

/**
 * Sends an entry without waiting for it, as what follows is carried out after it. Should it fail, PostgreSQL refuses all that
 * follows in the transaction, so that nothing is seen or changed without it.
 */
export function putOnRecord({ entries }: OnRecord, entry: { execute(): Promise<unknown> }): void {
  const sent = entry.execute()
  // Who waits for the commit hears of it.
  sent.catch(() => undefined)
  entries.push(sent)
}

/** in_failed_sql_transaction */
const followed = '25P02'

/** Why a transaction failed: a statement that was refused because an entry failed before it does not tell. */
export async function causeOf({ entries }: OnRecord, error: unknown): Promise<unknown> {
  if (connectionCode(error) !== followed) return error
  const causes = await Promise.all(
    entries.map((entry) =>
      entry.then(
        () => undefined,
        (cause: unknown) => cause,
      ),
    ),
  )
  return causes.find((cause) => cause !== undefined && connectionCode(cause) !== followed) ?? error
}

/** Of one entry; a list of a whole round has thousands. */
const mostCases = 500

/** Puts on record which cases an answer shows, in the transaction that found them. */
export function recordShown(db: Kysely<Tables>, record: OnRecord, answered: Iterable<string>): void {
  const cases = [...new Set([...record.shown, ...answered])].filter((each) => !record.cases.has(each))
  for (let from = 0; from < cases.length; from += mostCases) {
    const part = cases.slice(from, from + mostCases).toSorted()
    putOnRecord(
      record,
      db.insertInto('access_entry').values({
        act: 'show-cases',
        subject_kind: 'case',
        subject_id: part.length === 1 ? (part[0] ?? null) : null,
        detail: toJson({ during: record.act ?? null, cases: part }),
      }),
    )
  }
}
