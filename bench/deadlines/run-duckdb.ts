// A process of its own: `node run-duckdb.ts EVENTS OUT DAY` judges the events with the rules in judge.sql.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** What of `@duckdb/node-api` is used here; it is installed when a measurement wants it. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>
  }
}

const [events = '', out = '', day = ''] = process.argv.slice(2)
const require = createRequire(new URL('../yardsticks/package.json', import.meta.url))
// The package's own types are not at hand where it is not installed.
const { DuckDBInstance } = require('@duckdb/node-api') as DuckDb
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const sql = await readFile(new URL('judge.sql', import.meta.url), 'utf8')
await connection.run(
  sql
    .replaceAll('$events', () => events)
    .replaceAll('$out', () => out)
    .replaceAll('$as_of', () => day),
)
