import { hkdfSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseConfiguration } from '../../src/boot/configuration.ts'
import { startDatabase } from '../../src/boot/database.ts'
import { largeObjectFunctions } from '../../src/storage/app-role.ts'
import { findClaimKey } from '../../src/storage/claim.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const server = inject('postgres')
let t: TestDatabase
let name: string
beforeAll(async () => {
  t = await createTestDatabase()
  const { rows } = await t.superPool.query<{ name: string }>('select current_database() as name')
  name = rows[0]?.name ?? ''
})
afterAll(() => t.close())

function on(url: string, database = name): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function outcome(url: string, claimKey: string = server.claimKey): Promise<string> {
  const configuration = databaseConfiguration({ DATABASE_URL: url, TILSYN_CLAIM_KEY: claimKey }, '/')
  if (!configuration.ok) return configuration.problems[0]?.code ?? ''
  const started = await startDatabase(configuration.value, {
    now: Date.now,
    log: () => undefined,
    onLost: () => undefined,
  })
  if (!started.ok) return started.problems[0]?.code ?? ''
  await started.value.stop()
  return 'started'
}

test('with the app’s role, the right key and the newest tables the program starts', async () => {
  expect(await outcome(on(server.appUrl))).toBe('started')
})

test('the whole database yields the key that signs claims, and none of those that open codes, drafts and pseudonyms', async () => {
  const configuration = databaseConfiguration(
    { DATABASE_URL: on(server.appUrl), TILSYN_CLAIM_KEY: server.claimKey },
    '/',
  )
  if (!configuration.ok) throw new Error('not configured')
  const events = { now: Date.now, log: () => undefined, onLost: () => undefined }
  const started = await startDatabase(configuration.value, events)
  if (!started.ok) throw new Error('not started')
  const opens = Buffer.from(started.value.draftSecret.bytes)
  await started.value.stop()
  const { rows } = await t.superPool.query<{ inner: Buffer; outer: Buffer }>(
    'select inner_block as inner, outer_block as outer from sealed.claim_key',
  )
  const inner = rows[0]?.inner.map((byte) => byte ^ 0x36) ?? Buffer.alloc(0)
  const outer = rows[0]?.outer.map((byte) => byte ^ 0x5c)
  expect(inner).toEqual(outer)
  const master = findClaimKey(server.claimKey)
  const read = inner.subarray(0, 32)
  expect(Buffer.from(read)).toEqual(master?.signing.export())
  const derived = (key: Uint8Array) => Buffer.from(hkdfSync('sha256', key, '', 'tilsyn draft secret', 32))
  expect(derived(master?.bytes ?? read)).toEqual(opens)
  for (const guess of [read, inner]) expect(derived(guess)).not.toEqual(opens)
  for (const block of [read, rows[0]?.inner, rows[0]?.outer]) expect(block).not.toEqual(opens)
})

test('with the owner’s or a superuser’s login it refuses to start', async () => {
  expect(await outcome(on(server.ownerUrl))).toBe('wrong-app-role')
  expect(await outcome(on(server.superUrl))).toBe('wrong-app-role')
})

test('with a role that may make temporary tables it refuses to start', async () => {
  await t.superPool.query(`grant temporary on database ${name} to tilsyn_app`)
  expect(await outcome(on(server.appUrl))).toBe('wrong-app-role')
  await t.superPool.query(`revoke temporary on database ${name} from tilsyn_app`)
})

test.each(['', 'in database DATABASE '])(
  'with a role that has settings of its own (alter role %s...) it refuses to start',
  async (where) => {
    const role = `alter role tilsyn_app ${where.replace('DATABASE', name)}`
    try {
      await t.superPool.query(`${role} set search_path = pg_catalog`)
      expect(await outcome(on(server.appUrl))).toBe('app-role-has-settings')
    } finally {
      await t.superPool.query(`${role} reset all`)
    }
    expect(await outcome(on(server.appUrl))).toBe('started')
  },
)

test('with a role that can use large objects it refuses to start', async () => {
  await t.superPool.query('grant execute on function lo_get(oid) to public')
  expect(await outcome(on(server.appUrl))).toBe('large-objects-open')
  await t.superPool.query('revoke execute on function lo_get(oid) from public')
})

test('the documented block closes the large objects of a new database to the app', async () => {
  const manual = await readFile(new URL('../../docs/database.md', import.meta.url), 'utf8')
  const block = /do \$\$.*?\$\$;/s.exec(manual)?.[0] ?? ''
  const fresh = `tilsyn_test_${randomBytes(6).toString('hex')}`
  await t.superPool.query(`create database ${fresh} owner tilsyn_owner template template0`)
  const client = new Client({ connectionString: on(server.superUrl, fresh) })
  try {
    await client.connect()
    const open = async (): Promise<unknown> => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from (${largeObjectFunctions}) f where has_function_privilege('tilsyn_app', f.oid, 'execute')`,
      )
      return rows[0]?.n
    }
    expect(await open()).toBeGreaterThan(10)
    await client.query(block)
    expect(await open()).toBe(0)
  } finally {
    await client.end()
    await t.superPool.query(`drop database ${fresh} with (force)`)
  }
})

test('with another key it refuses to start', async () => {
  expect(await outcome(on(server.appUrl), randomBytes(32).toString('hex'))).toBe('claim-refused')
})

test('on a database that was never migrated, or to another version, it refuses to start', async () => {
  expect(await outcome(on(server.appUrl, 'postgres'))).toBe('database-not-migrated')
  await t.superPool.query(
    "insert into sealed.migration (file, digest) values ('9999_later.sql', repeat('0', 64))",
  )
  expect(await outcome(on(server.appUrl))).toBe('database-not-migrated')
  await t.superPool.query("delete from sealed.migration where file = '9999_later.sql'")
})

test('with a wrong password, host or database it says that there is no connection', async () => {
  const wrong = new URL(on(server.appUrl))
  wrong.password = 'wrong'
  expect(await outcome(wrong.href)).toBe('database-unreachable')
  expect(await outcome(on(server.appUrl, 'no_such_database'))).toBe('database-unreachable')
})

test.each([
  [{ DATABASE_URL: 'mysql://x' }, 'setting-unusable'],
  [{ DATABASE_URL: 'postgresql://a@127.0.0.1/c' }, 'setting-missing'],
  [{ DATABASE_URL: 'postgresql://a@localhost/c', TILSYN_CLAIM_KEY: 'short' }, 'setting-unusable'],
  [{ DATABASE_OWNER_URL: 'postgresql://a@[::1]/c' }, 'setting-missing'],
  [{ DATABASE_URL: 'postgresql://a@b/c' }, 'database-unencrypted'],
  [{ DATABASE_URL: 'postgresql://a@b/c?sslmode=disable' }, 'database-unencrypted'],
  [{ DATABASE_URL: 'postgresql://a@b/c?sslmode=require' }, 'database-unencrypted'],
  [{ DATABASE_URL: 'postgresql://a@b/c?sslmode=no-verify' }, 'database-unencrypted'],
  [{ DATABASE_URL: 'postgresql://a@localhost/c?host=b' }, 'database-unencrypted'],
  [{ DATABASE_URL: 'postgresql://a@127.0.0.1.b/c' }, 'database-unencrypted'],
  [{ DATABASE_OWNER_URL: 'postgresql://a@b/c?sslmode=prefer' }, 'database-unencrypted'],
])('the settings %j are refused as %s', (environment, code) => {
  expect(databaseConfiguration(environment, '/')).toMatchObject({ ok: false, problems: [{ code }] })
})

test.each([
  'b/c?sslmode=verify-full',
  'b/c?sslmode=verify-full&sslrootcert=ca.pem',
  'localhost/c?host=%2Frun%2Fpostgresql',
  '%2Frun%2Fpostgresql/c',
])('the address …%s is taken', (address) => {
  const environment = { DATABASE_URL: `postgresql://a@${address}`, TILSYN_CLAIM_KEY: 'ab'.repeat(32) }
  expect(databaseConfiguration(environment, '/')).toMatchObject({ ok: true, value: { kind: 'server' } })
})

test('without settings the database lies in .tilsyn of the working folder, or where TILSYN_DATA says', () => {
  expect(databaseConfiguration({ DATABASE_URL: '' }, '/srv/x')).toEqual({
    ok: true,
    value: { kind: 'embedded', folder: '/srv/x/.tilsyn' },
  })
  expect(databaseConfiguration({ TILSYN_DATA: 'here' }, '/srv/x')).toEqual({
    ok: true,
    value: { kind: 'embedded', folder: '/srv/x/here' },
  })
})
