import { createSecretKey, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { claimKeyBlocks, findClaimKey, type ClaimKey } from '../../src/storage/claim.ts'
import { listMigrations, migrate } from '../../src/storage/migrator.ts'
import { dumpSchema } from '../support/schema-dump.ts'

const server = inject('postgres')
const files = await listMigrations()
let name: string
let ownerUrl: string
let claimKey: ClaimKey

function on(url: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function query<T extends object>(url: string, sql: string): Promise<readonly T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query<T>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

beforeEach(async () => {
  name = `tilsyn_test_${randomBytes(6).toString('hex')}`
  ownerUrl = on(server.ownerUrl)
  const key = findClaimKey(randomBytes(32).toString('hex'))
  if (key === undefined) throw new Error('no key')
  claimKey = key
  await query(server.superUrl, `create database ${name} owner tilsyn_owner`)
})
afterEach(() => query(server.superUrl, `drop database ${name} with (force)`))

async function dump(): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  return dumpSchema(client).finally(() => client.end())
}

test('migrating again changes nothing', async () => {
  expect(await migrate(ownerUrl, claimKey, files)).toEqual({ ok: true, value: files.map(({ file }) => file) })
  const before = [await dump(), await query(ownerUrl, 'select * from sealed.migration order by file')]
  expect(await migrate(ownerUrl, claimKey, files)).toEqual({ ok: true, value: [] })
  expect([await dump(), await query(ownerUrl, 'select * from sealed.migration order by file')]).toEqual(
    before,
  )
})

test('a database that holds the key itself gets the derived one, and its file forgets the first', async () => {
  await migrate(ownerUrl, claimKey, files)
  const { inner, outer } = claimKeyBlocks({ ...claimKey, signing: createSecretKey(claimKey.bytes) })
  const hex = inner.toString('hex')
  await query(
    ownerUrl,
    `update sealed.claim_key set inner_block = '\\x${hex}', outer_block = '\\x${outer.toString('hex')}'`,
  )
  expect(await keyFile()).toContain(hex)
  await migrate(ownerUrl, claimKey, files)
  expect(await keyFile()).toContain(claimKeyBlocks(claimKey).inner.toString('hex'))
  expect(await keyFile()).not.toContain(hex)
})

async function keyFile(): Promise<string> {
  await query(server.superUrl, 'checkpoint')
  const read = "pg_read_binary_file(pg_relation_filepath('sealed.claim_key'))"
  const [file] = await query<{ hex: string }>(on(server.superUrl), `select encode(${read}, 'hex') as hex`)
  return file?.hex ?? ''
}

test('cut off in any file, at its beginning or just before its end, it goes on there as if nothing had been', async () => {
  const end = 'select pg_terminate_backend(pg_backend_pid());'
  for (const [i, cut] of files.entries()) {
    for (const text of [`${end}\n${cut.text}`, `${cut.text}\n;${end}`]) {
      const cutOff = files.map((file, j) => (j === i ? { ...cut, text } : file))
      await expect(migrate(ownerUrl, claimKey, cutOff)).rejects.toThrow(/terminat|rolled back|Connection/)
      expect(await query(ownerUrl, 'select count(*)::int as n from sealed.migration')).toEqual([{ n: i }])
    }
  }
  const last = files.at(-1)?.file
  expect(await migrate(ownerUrl, claimKey, files)).toEqual({ ok: true, value: [last] })
  const written = await readFile(new URL('../../migrations/schema.sql', import.meta.url), 'utf8')
  expect(await dump()).toBe(written)
})

test('five programs that migrate at once apply each file once', async () => {
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate(ownerUrl, claimKey, files)))
  const applied = results.flatMap((result) => (result.ok ? result.value : ['refused']))
  expect(applied).toEqual(files.map(({ file }) => file))
})

test('a file that was changed after it was applied is refused by name, and nothing is applied', async () => {
  await migrate(ownerUrl, claimKey, files.slice(0, 2))
  const changed = files.map((file, i) => (i === 1 ? { ...file, digest: '0'.repeat(64) } : file))
  const result = await migrate(ownerUrl, claimKey, changed)
  expect(result).toMatchObject({
    ok: false,
    problems: [{ code: 'migration-changed', at: { file: files[1]?.file } }],
  })
  expect(await query(ownerUrl, 'select count(*)::int as n from sealed.migration')).toEqual([{ n: 2 }])
})

test('a database that a newer version migrated is refused', async () => {
  await migrate(ownerUrl, claimKey, files)
  expect(await migrate(ownerUrl, claimKey, files.slice(0, -1))).toMatchObject({
    ok: false,
    problems: [{ code: 'database-newer' }],
  })
})

test('a file that fails leaves nothing of itself behind', async () => {
  const broken = {
    file: '9999_broken.sql',
    text: 'create table half (a int); select 1 / 0;',
    digest: '1'.repeat(64),
  }
  await expect(migrate(ownerUrl, claimKey, [...files, broken])).rejects.toThrow('9999_broken.sql')
  expect(await query(ownerUrl, "select to_regclass('half') as half")).toEqual([{ half: null }])
  expect(await migrate(ownerUrl, claimKey, files)).toEqual({ ok: true, value: [] })
})

test('a superuser and the app’s role are refused as migrators', async () => {
  for (const url of [server.superUrl, server.appUrl])
    expect(await migrate(on(url), claimKey, files)).toMatchObject({
      ok: false,
      problems: [{ code: 'wrong-owner' }],
    })
  expect(await query(ownerUrl, "select to_regnamespace('sealed') as sealed")).toEqual([{ sealed: null }])
})

test('an owner who may not create in the database is told what to run', async () => {
  await query(server.superUrl, `alter database ${name} owner to postgres`)
  expect(await migrate(ownerUrl, claimKey, files)).toMatchObject({
    ok: false,
    problems: [{ code: 'owner-may-not-create' }],
  })
})
