import { Client } from 'pg'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import type { ClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { createPool } from '../../src/storage/pool.ts'

/** Any number that nothing else on the scratch server locks by. */
const lock = 4_711_001

/** The addresses of one database, as superuser and as the app's role. */
export type UrlsOf = (database: string) => { readonly superuser: string; readonly app: string }

/**
 * A copy of `template` with the demo of today in it, made by whoever asks first in a test run; making it takes some
 * seconds, copying it hardly any time. Returns its name.
 */
export async function getDemoTemplate(template: string, urls: UrlsOf, claimKey: ClaimKey): Promise<string> {
  const name = `${template}_demo`
  const client = new Client({ connectionString: urls('postgres').superuser })
  await client.connect()
  try {
    // Test files run in processes of their own, more than one at a time. The lock goes with the connection.
    await client.query('select pg_advisory_lock($1)', [lock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 1) return name
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} template ${template} owner tilsyn_owner`)
    await fill(urls(unfinished), claimKey)
    await client.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

async function fill(urls: ReturnType<UrlsOf>, claimKey: ClaimKey): Promise<void> {
  const pool = createPool(urls.app, 1, (code) => {
    throw new Error(`the connection that makes the demo broke: ${code}`)
  })
  const database = openDatabase({ pool, claimKey, now: Date.now })
  await seedDemo(database, danishDay(new Date()), () => undefined).finally(() => database.close())
  const client = new Client({ connectionString: urls.superuser })
  await client.connect()
  // As a server that has run for a while; copies take the statistics along.
  await client.query('analyze').finally(() => client.end())
}
