import { randomBytes, randomUUID } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { findClaimKey, type ClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { getId, type MunicipalityId, type PersonId } from '../../src/storage/ids.ts'
import { createPool } from '../../src/storage/pool.ts'
import type { Actor, Database } from '../../src/storage/transaction.ts'
import { getDemoTemplate, type UrlsOf } from './demo-template.ts'

export interface TestDatabase {
  /** As the app uses it. */
  readonly database: Database
  /** Connections as `tilsyn_app`, for asking the database what the app's role may do. */
  readonly appPool: Pool
  /** Connections as `tilsyn_owner`. Row-level security binds it too: without a claim it sees no tenant's rows. */
  readonly ownerPool: Pool
  /** Connections as superuser, which sees everything: for looking at what really is in the tables. */
  readonly superPool: Pool
  readonly claimKey: ClaimKey
  /** Two municipalities with one administrator each, who acts. */
  readonly first: TestMunicipality
  readonly second: TestMunicipality
  /** Fails when a connection was not given back. */
  close(): Promise<void>
}

export interface TestMunicipality {
  readonly municipalityId: MunicipalityId
  readonly personId: PersonId
  readonly actor: Actor
}

/** A database of its own, copied from the migrated template, about 100 ms; `demo`: with the demo in it as well. */
export async function createTestDatabase({ demo = false } = {}): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `tilsyn_test_${randomBytes(6).toString('hex')}`
  const claimKey = findClaimKey(server.claimKey)
  if (claimKey === undefined) throw new Error('the test server gave no claim key')
  const urls: UrlsOf = (database) => ({
    superuser: onDatabase(server.superUrl, database),
    app: onDatabase(server.appUrl, database),
  })
  const template = demo ? await getDemoTemplate(server.template, urls, claimKey) : server.template
  await asSuperuser(server.superUrl, async (client) => {
    // Copying the demo's 140 MB page by page through the log takes four times as long as copying its files; a small
    // database is the other way round.
    const strategy = demo ? 'file_copy' : 'wal_log'
    await client.query(`create database ${name} template ${template} owner tilsyn_owner strategy ${strategy}`)
    await client.query(`revoke temporary on database ${name} from public`)
  })
  let closing = false
  const lost = (code: string): void => {
    // A pool's end does not wait for the server's; dropping the database may cut a connection that is just leaving.
    if (!closing) throw new Error(`a test connection broke: ${code}`)
  }
  const appPool = createPool(onDatabase(server.appUrl, name), 10, lost)
  const ownerPool = createPool(onDatabase(server.ownerUrl, name), 2, lost)
  const superPool = createPool(onDatabase(server.superUrl, name), 2, lost)
  const pools = { app: appPool, owner: ownerPool, super: superPool }
  const database = openDatabase({ pool: appPool, claimKey, now: Date.now })
  const first = await createMunicipality(database, 'Testkommune Ét')
  const second = await createMunicipality(database, 'Testkommune To')
  return {
    database,
    appPool,
    ownerPool,
    superPool,
    claimKey,
    first,
    second,
    async close() {
      const leaked = Object.entries(pools).filter(
        ([, pool]) => pool.totalCount !== pool.idleCount || pool.waitingCount > 0,
      )
      // Ending a pool waits for what is lent out, so a leak must be told before.
      if (leaked.length > 0)
        throw new Error(`connections not given back: ${leaked.map(([role]) => role).join(', ')}`)
      closing = true
      await database.close()
      await ownerPool.end()
      await superPool.end()
      await asSuperuser(server.superUrl, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** A municipality with one person, who is administrator there and acts. */
async function createMunicipality(database: Database, name: string): Promise<TestMunicipality> {
  const municipalityId = getId<MunicipalityId>(randomUUID())
  const personId = getId<PersonId>(randomUUID())
  await database.transaction({ municipalityId, personId: null }, async (tx) => {
    const { db } = await tx.recordChange({
      room: 'access',
      act: 'create-municipality',
      subjectKind: 'municipality',
      subjectId: municipalityId,
    })
    await db.insertInto('municipality').values({ name }).execute()
    await db
      .insertInto('person')
      .values({ id: personId, name: 'Prøve Person', initials: 'PP', email: null })
      .execute()
    await db
      .insertInto('role_assignment')
      .values({
        person_id: personId,
        role: 'administrator',
        unit_id: null,
        valid_from: '2017-01-01',
        valid_to: null,
      })
      .execute()
  })
  return { municipalityId, personId, actor: { municipalityId, personId } }
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
