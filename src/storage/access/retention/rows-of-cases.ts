import { sql, type RawBuilder } from 'kysely'
import { caseTables } from './case-tables.ts'

/** Tables of the list whose rows belong to one round. */
const ofRound = new Set(['review', 'finding'])

/**
 * The condition that a row of the table is about one of the cases, as the rows stand now; with `closedRounds` only what belongs to
 * no round that is still open.
 */
export function isAbout(
  table: string,
  cases: readonly string[],
  { closedRounds = false }: { readonly closedRounds?: boolean } = {},
): RawBuilder<boolean> {
  const link = caseTables.find((known) => known.table === table)?.link
  if (link === undefined) throw new Error(`${table} is in no list of what is about a case`)
  if ('caseId' in link)
    return sql<boolean>`${sql.ref(`${table}.${link.caseId}`)} = any(${[...cases]}::text[])`
  const own = sql.join(link.columns.map((column) => sql.ref(`${table}.${column}`)))
  const theirs = sql.join((link.to ?? ['id']).map((column) => sql.ref(`${link.of}.${column}`)))
  const closed =
    closedRounds && ofRound.has(table)
      ? sql`and ${sql.ref(`${table}.round_id`)} in (select round.id from round where round.state = 'closed')`
      : sql``
  return sql<boolean>`(${own}) in (select ${theirs} from ${sql.table(link.of)} where ${isAbout(link.of, cases, { closedRounds })}) ${closed}`
}
