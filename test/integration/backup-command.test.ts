import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { backupName } from '../../src/core/backup/backups-to-keep.ts'
import { verifiedNoteName } from '../../src/core/backup/verified-backup.ts'
import {
  contents,
  createBackupFolder,
  createEmptyDatabase,
  ownerUrlOf,
  type BackupFolder,
} from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { runCommand } from '../support/run-command.ts'

let source: TestDatabase
let place: BackupFolder
beforeAll(async () => {
  source = await createTestDatabase()
  place = await createBackupFolder()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await place.close()
  await source.close()
})

function onServer(ownerUrl: string): void {
  const app = new URL(inject('postgres').appUrl)
  app.pathname = new URL(ownerUrl).pathname
  vi.stubEnv('DATABASE_URL', app.href)
  vi.stubEnv('DATABASE_OWNER_URL', ownerUrl)
  vi.stubEnv('TILSYN_CLAIM_KEY', inject('postgres').claimKey)
  vi.stubEnv('TILSYN_PERSONAL_KEY', 'ab'.repeat(32))
}

test('from a new key over a backup with the public half to the restored database', async () => {
  const secret = join(place.folder, 'of-the-drill.key')
  const made = await runCommand(['backup', 'key', '--to', secret])
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^age1[a-z0-9]{58}\n$/)])
  const publicKey = join(place.folder, 'of-the-drill.pub')
  await writeFile(publicKey, made.out)
  expect(await readFile(secret, 'utf8')).toContain('AGE-SECRET-KEY-1')

  onServer(await ownerUrlOf(source.superPool))
  vi.stubEnv('TILSYN_BACKUP_KEY_FILE', publicKey)
  vi.stubEnv('TILSYN_BACKUP_TO', place.folder)
  const backedUp = await runCommand(['backup'])
  expect([backedUp.code, backedUp.err]).toEqual([0, ''])
  const [name] = (await readdir(place.folder)).filter((file) => file.endsWith('.tar.gz.age'))
  const file = join(place.folder, name ?? '')

  expect((await runCommand(['backup', 'verify', file])).err).toContain('public key only')
  const verified = await runCommand(['backup', 'verify', file, '--key', secret], 'da')
  expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^Hel og uændret: /)])
  expect((await runCommand(['backup', 'status'])).out).toMatch(/The newest one verified is of [^.]+\.$/m)

  const target = await createEmptyDatabase()
  try {
    onServer(target.ownerUrl)
    vi.stubEnv('TILSYN_PERSONAL_KEY', randomBytes(32).toString('hex'))
    const refused = await runCommand(['restore', file, '--key', secret])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--without-personal-key')])
    vi.stubEnv('TILSYN_PERSONAL_KEY', 'ab'.repeat(32))
    const restored = await runCommand(['restore', file, '--key', secret])
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect((await contents(target.superPool))['person']).toBe((await contents(source.superPool))['person'])
    const again = await runCommand(['restore', file, '--key', secret])
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('holds data already')])
  } finally {
    await target.close()
  }
})

test('a whole backup is said to be whole, also where it cannot be noted beside it', async () => {
  onServer(await ownerUrlOf(source.superPool))
  const own = await createBackupFolder()
  try {
    const file = join(own.folder, 'whole.age')
    expect((await runCommand(['backup', '--to', file, '--key', own.keyFile])).code).toBe(0)
    await mkdir(join(own.folder, verifiedNoteName, 'in-the-way'), { recursive: true })
    const before = (await readdir(own.folder)).toSorted()
    const { code, out, err } = await runCommand(['backup', 'verify', file, '--key', own.keyFile])
    expect([code, out]).toEqual([0, expect.stringMatching(/^Whole and unaltered: /)])
    expect(err).toMatch(/^It could not be noted beside it that it was verified \([^)]+\)\.$/m)
    expect((await readdir(own.folder)).toSorted()).toEqual(before)
  } finally {
    await own.close()
  }
})

test('status is silent on standard error while a backup is young, and exit code 1 when it is not', async () => {
  const empty = await createBackupFolder()
  try {
    const to = ['--to', empty.folder]
    expect((await runCommand(['backup', 'status', ...to])).code).toBe(1)
    const day = 24 * 3600 * 1000
    await writeFile(join(empty.folder, backupName(new Date(Date.now() - 3 * day))), '')
    const old = await runCommand(['backup', 'status', ...to], 'da')
    expect([old.code, old.err]).toEqual([1, expect.stringContaining('over to døgn siden')])
    await writeFile(join(empty.folder, backupName(new Date(Date.now() - day))), '')
    const young = await runCommand(['backup', 'status', ...to])
    expect([young.code, young.err, young.out]).toEqual([0, '', expect.stringContaining('None was verified.')])
    await writeFile(join(empty.folder, backupName(new Date(Date.now() - 36 * day))), '')
    const unverified = await runCommand(['backup', 'status', ...to], 'da')
    expect([unverified.code, unverified.err]).toEqual([1, expect.stringContaining('backup verify')])
  } finally {
    await empty.close()
  }
})

test('what is missing or cannot be is said in one line', async () => {
  onServer(await ownerUrlOf(source.superPool))
  vi.stubEnv('TILSYN_BACKUP_KEY_FILE', '')
  vi.stubEnv('TILSYN_BACKUP_TO', '')
  const said = async (...words: string[]): Promise<string> => {
    const { code, err } = await runCommand(words)
    return `${code} ${err}`
  }
  expect(await said('backup', '--to', place.folder)).toMatch(/^1 A key is missing/)
  expect(await said('backup', '--key', place.keyFile)).toMatch(/^1 A place for the backup is missing/)
  expect(await said('backup', '--to', '/nowhere/at/all/x', '--key', place.keyFile)).toMatch(/does not exist/)
  expect(await said('backup', 'key', '--to', place.keyFile)).toMatch(/^1 .*already/)
  expect(await said('restore', join(place.folder, 'none'), '--key', place.keyFile)).toMatch(/does not exist/)
  expect(await said('restore', place.keyFile, '--key', place.keyFile)).toMatch(/not an encrypted backup/)
  vi.stubEnv('DATABASE_OWNER_URL', '')
  expect(await said('backup', '--to', place.folder, '--key', place.keyFile)).toMatch(/DATABASE_OWNER_URL/)
})
