import type { PoolClient } from 'pg'
import { signClaim } from '../../src/storage/claim.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import type { TestDatabase } from './database.ts'

/**
 * Runs SQL as the app's role, as an attacker would who found an injection, in a transaction that is rolled back. With
 * an `actor` the transaction holds that actor's true claim first.
 */
export async function inRawSession<T>(
  t: TestDatabase,
  actor: Actor | undefined,
  work: (client: PoolClient) => Promise<T>,
  issuedAt: number = Date.now(),
): Promise<T> {
  const client = await t.appPool.connect()
  // What an attacker sends need not be what the driver lets pass among other statements, such as COPY.
  Object.assign(client, { pipeline: false })
  try {
    await client.query('begin')
    if (actor !== undefined)
      await client.query("select set_config('tilsyn.claim', $1, true)", [
        signClaim(t.claimKey, actor, issuedAt),
      ])
    return await work(client)
  } finally {
    await client.query('rollback')
    // What an attacker leaves in the session must not reach the next test: the connection is closed.
    client.release(true)
  }
}

/** SQLSTATE and message of a statement that must fail. */
export async function failure(
  client: PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<string> {
  await client.query('savepoint attempt')
  try {
    await client.query(sql, [...values])
  } catch (error) {
    await client.query('rollback to attempt')
    if (error instanceof Error && 'code' in error) return `${String(error.code)} ${error.message}`
    throw error
  }
  return 'succeeded'
}
