import type { Kysely } from 'kysely'
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
}

export function nothingOnRecord(): OnRecord {
  return { act: undefined, cases: new Set(), shown: new Set() }
}

/** Of one entry; a list of a whole round has thousands. */
const mostCases = 500

/** Puts on record which cases an answer shows, in the transaction that found them. */
export async function recordShown(
  db: Kysely<Tables>,
  record: OnRecord,
  answered: Iterable<string>,
): Promise<void> {
  const cases = [...new Set([...record.shown, ...answered])].filter((each) => !record.cases.has(each))
  for (let from = 0; from < cases.length; from += mostCases) {
    const part = cases.slice(from, from + mostCases).toSorted()
    await db
      .insertInto('access_entry')
      .values({
        act: 'show-cases',
        subject_kind: 'case',
        subject_id: part.length === 1 ? (part[0] ?? null) : null,
        detail: toJson({ during: record.act ?? null, cases: part }),
      })
      .execute()
  }
}
