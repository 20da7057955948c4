import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verifyBackup } from '../../src/storage/backup/verify-backup.ts'
import { leftOut } from '../../src/storage/backup/stored-tables.ts'
import { listMigrations, migrate } from '../../src/storage/migrator.ts'
import {
  contents,
  createBackupFolder,
  createEmptyDatabase,
  restoreInto,
  serverClaimKey,
  type BackupFolder,
  type EmptyDatabase,
} from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { dumpSchema } from '../support/schema-dump.ts'

/** The demo for the test of everything; what a test writes goes to the small one, which is restored in a moment. */
let demo: TestDatabase
let source: TestDatabase
let place: BackupFolder
let file: string
beforeAll(async () => {
  demo = await createTestDatabase({ demo: true })
  source = await createTestDatabase()
  place = await createBackupFolder()
  file = await place.backUp(source.superPool)
})
afterAll(async () => {
  await place.close()
  await source.close()
  await demo.close()
})

const made: EmptyDatabase[] = []
afterEach(async () => {
  for (const one of made.splice(0)) await one.close()
})
async function empty(): Promise<EmptyDatabase> {
  const database = await createEmptyDatabase()
  made.push(database)
  return database
}

/** Without what is left out on purpose. */
async function kept(pool: TestDatabase['superPool']): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await contents(pool)).filter(([name]) => !leftOut.includes(name)))
}

test('everything that is in the tables is in them again after a restore into an empty database', async () => {
  const target = await empty()
  const whole = await place.backUp(demo.superPool, 'demo.age')
  const restored = await restoreInto(target, whole, place.key)
  expect(restored.ok ? [] : restored.problems).toEqual([])
  const before = await kept(demo.superPool)
  expect(Object.values(before).filter((seen) => !seen.startsWith('0 ')).length).toBeGreaterThan(40)
  expect(await kept(target.superPool)).toEqual(before)
  // Security, triggers and grants are as they were: nothing stays switched off.
  expect(await dumpSchema(target.superPool)).toBe(await dumpSchema(demo.superPool))
  const off = await target.superPool.query("select from pg_trigger where tgenabled <> 'O'")
  expect(off.rowCount).toBe(0)
})

test('numbering goes on where it was, also for numbers that were given and never stored', async () => {
  const { first } = source
  // A rolled-back entry takes a number all the same.
  await source.database
    .transaction(first.actor, async (tx) => {
      await tx.recordAccess({ act: 'look', subjectKind: 'case' })
      throw new Error('undone')
    })
    .catch(() => undefined)
  const later = await place.backUp(source.superPool, 'numbers.age')
  const target = await empty()
  expect((await restoreInto(target, later, place.key)).ok).toBe(true)
  const last = 'select last_value, is_called from access_entry_id_seq'
  expect((await target.superPool.query(last)).rows).toEqual((await source.superPool.query(last)).rows)
})

test('no session comes to life again, and no key that opens rows is in the file', async () => {
  await source.superPool.query(
    `insert into sealed.session (municipality_id, id, token_hash, person_id, expires_at)
     values ($1, gen_random_uuid(), sha256('token'), $2, now() + interval '1 hour')`,
    [source.first.municipalityId, source.first.personId],
  )
  const target = await empty()
  const restored = await restoreInto(target, await place.backUp(source.superPool, 'session.age'), place.key)
  expect(restored.ok && restored.value.head.leftOut).toEqual([
    'sealed.claim_key',
    'sealed.migration',
    'sealed.session',
  ])
  expect((await contents(target.superPool))['sealed.session']).toBe('0 ')
})

test('a backup is of one moment: what is written meanwhile is in it whole or not at all', async () => {
  const { database, first } = source
  const state = { writes: true, written: 0 }
  const writing = (async () => {
    for (; state.writes; state.written += 1)
      await database.transaction(first.actor, async (tx) => {
        await tx.recordAccess({ act: 'pair', subjectKind: 'case', subjectId: String(state.written) })
        await tx.recordChange({
          act: 'pair',
          room: 'access',
          subjectKind: 'case',
          subjectId: String(state.written),
        })
      })
  })()
  const under = await place.backUp(source.superPool, 'under-load.age')
  state.writes = false
  await writing
  expect(state.written).toBeGreaterThan(10)
  const target = await empty()
  expect((await restoreInto(target, under, place.key)).ok).toBe(true)
  const { rows } = await target.superPool.query<{ alone: number }>(
    `select count(*)::int as alone from (select subject_id from access_entry where act = 'pair') a
     full join (select subject_id from change_entry where act = 'pair') c using (subject_id)
     where a is null or c is null`,
  )
  expect(rows[0]?.alone).toBe(0)
})

test('verifying needs no database and tells tables, rows and the tables’ version', async () => {
  const verified = await verifyBackup(file, place.key)
  if (!verified.ok) throw new Error(verified.problems[0]?.text.en)
  const { head, manifest } = verified.value
  expect(head.migrations.map(({ file: name }) => name)).toEqual((await listMigrations()).map((m) => m.file))
  const entries = manifest.tables.find(({ name }) => name === 'municipality')
  expect(entries?.rows).toBe(head.municipalities)
  expect(manifest.publicKeys.map(({ name }) => name)).toEqual(['seal-key-0123456789abcdef.pub.pem'])
})

test('only its owner can read the file, and another backup never takes its place', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { size, mtimeMs } = await stat(file)
  await expect(place.backUp(source.superPool)).rejects.toThrow('already')
  const after = await stat(file)
  expect([after.size, after.mtimeMs]).toEqual([size, mtimeMs])
})

test('a database that holds anything is left as it is', async () => {
  const other = await createTestDatabase()
  try {
    const before = await contents(other.superPool)
    const { rows } = await other.superPool.query<{ name: string }>('select current_database() as name')
    const url = new URL((await empty()).ownerUrl)
    url.pathname = `/${rows[0]?.name ?? ''}`
    const refused = await restoreInto({ ownerUrl: url.href }, file, place.key)
    expect(refused.ok ? 'restored' : refused.problems.map(({ code }) => code)).toEqual(['database-not-empty'])
    expect(await contents(other.superPool)).toEqual(before)
  } finally {
    await other.close()
  }
})

test('a database of something else, without our tables, is refused too', async () => {
  const target = await empty()
  await target.superPool.query('create table theirs (a int)')
  const refused = await restoreInto(target, file, place.key)
  expect(refused.ok ? 'restored' : refused.problems[0]?.code).toBe('database-not-empty')
})

test('a backup of an older version is restored at its tables and then brought to ours', async () => {
  const all = await listMigrations()
  const older = all.slice(0, -1)
  const old = await empty()
  await migrate(old.ownerUrl, serverClaimKey(), older)
  await old.superPool.query(
    "insert into municipality (municipality_id, name) values (gen_random_uuid(), 'Gammel By')",
  )
  const oldFile = await place.backUp(old.superPool, 'old.age')
  const target = await empty()
  const restored = await restoreInto(target, oldFile, place.key)
  expect(restored.ok ? [] : restored.problems).toEqual([])
  expect(await dumpSchema(target.superPool)).toBe(await dumpSchema(source.superPool))
  expect((await target.superPool.query('select name from municipality')).rows).toEqual([
    { name: 'Gammel By' },
  ])
  // And never backwards: not by an older program, and not into tables that are newer already.
  const backwards = await restoreInto(await empty(), file, place.key, { migrations: older })
  expect(backwards.ok ? '' : backwards.problems[0]?.code).toBe('backup-newer')
  const newer = await empty()
  await migrate(newer.ownerUrl, serverClaimKey(), all)
  const refused = await restoreInto(newer, oldFile, place.key)
  expect(refused.ok ? '' : refused.problems[0]?.code).toBe('database-newer-than-backup')
})

test('a machine with another key for personal numbers is told before anything is written', async () => {
  const withKey = await place.backUp(source.superPool, 'with-key.age', { personalKeyCheck: 'aaaa' })
  const target = await empty()
  const refused = await restoreInto(target, withKey, place.key, { personalKeyCheck: 'bbbb' })
  expect(refused.ok ? '' : refused.problems[0]?.code).toBe('other-personal-key')
  expect(await contents(target.superPool)).toEqual({})
  expect((await restoreInto(target, withKey, place.key, { personalKeyCheck: undefined })).ok).toBe(true)
})

test('a folder that is not there is told in words, and nothing is made', async () => {
  const there = join(place.folder, 'none', 'backup.age')
  await expect(place.backUp(source.superPool, join('none', 'backup.age'))).rejects.toThrow('does not exist')
  await expect(stat(there)).rejects.toThrow('ENOENT')
})
