import { sql, type RawBuilder } from 'kysely'
import { caseTables } from './case-tables.ts'

/** The condition that a row of the table is about one of the cases, as the rows stand now. */
export function isAbout(table: string, cases: readonly string[]): RawBuilder<boolean> {
  const link = caseTables.find((known) => known.table === table)?.link
  if (link === undefined) throw new Error(`${table} is in no list of what is about a case`)
  if ('caseId' in link)
    return sql<boolean>`${sql.ref(`${table}.${link.caseId}`)} = any(${[...cases]}::text[])`
  const own = sql.join(link.columns.map((column) => sql.ref(`${table}.${column}`)))
  const theirs = sql.join((link.to ?? ['id']).map((column) => sql.ref(`${link.of}.${column}`)))
  return sql<boolean>`(${own}) in (select ${theirs} from ${sql.table(link.of)} where ${isAbout(link.of, cases)})`
}
