import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { asyncProperty, assert, integer } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackupKey } from '../../src/storage/backup/backup-key.ts'
import { makeBackupKey, readKeyFile, readPassphraseFile } from '../../src/storage/backup/backup-key.ts'
import { verifyBackup } from '../../src/storage/backup/verify-backup.ts'
import {
  contents,
  createBackupFolder,
  createEmptyDatabase,
  restoreInto,
  sourceOf,
  type BackupFolder,
} from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'

/** age seals pieces of 64 KiB of plain bytes, each with 16 bytes more (age-encryption.org/v1). */
const sealedPiece = 64 * 1024 + 16

let source: TestDatabase
let place: BackupFolder
let file: string
let whole: Buffer
let headerLength: number
beforeAll(async () => {
  source = await createTestDatabase()
  // Bytes that do not compress, so that the file has several sealed pieces.
  await source.database.transaction(source.first.actor, async (tx) => {
    for (let i = 0; i < 60; i += 1)
      await tx.recordAccess({
        act: 'noise',
        subjectKind: 'case',
        detail: { noise: randomBytes(3000).toString('base64') },
      })
  })
  place = await createBackupFolder()
  file = await place.backUp(source.superPool)
  whole = await readFile(file)
  headerLength = whole.indexOf('\n', whole.indexOf('\n---')) + 1
})
afterAll(async () => {
  await place.close()
  await source.close()
})

async function verdict(bytes: Uint8Array, key: BackupKey = place.key): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-damaged-'))
  try {
    const path = join(folder, 'damaged.age')
    await writeFile(path, bytes)
    const verified = await verifyBackup(path, key)
    return verified.ok ? 'whole' : verified.problems[0]?.code
  } finally {
    await rm(folder, { recursive: true })
  }
}

const refusals = ['backup-damaged', 'backup-wrong-key', 'not-a-backup']

test('the file as it was written is whole, and has several sealed pieces to damage', async () => {
  expect(await verdict(whole)).toBe('whole')
  expect(whole.length - headerLength).toBeGreaterThan(2 * sealedPiece)
})

test('a file cut off at any length is refused, also between two sealed pieces and just before the end', async () => {
  const seams = [0, 1, 21, 22, headerLength, headerLength + 16, whole.length - 1, whole.length - 16]
  for (let at = headerLength + 16; at < whole.length; at += sealedPiece) seams.push(at, at + 1, at - 1)
  for (const length of seams.filter((at) => at < whole.length))
    expect([length, refusals.includes((await verdict(whole.subarray(0, length))) ?? '')]).toEqual([
      length,
      true,
    ])
  await assert(
    asyncProperty(integer({ min: 0, max: whole.length - 1 }), async (length) => {
      expect(refusals).toContain(await verdict(whole.subarray(0, length)))
    }),
    { numRuns: 150 },
  )
})

test('a file with one altered bit anywhere is refused', async () => {
  await assert(
    asyncProperty(
      integer({ min: 0, max: whole.length - 1 }),
      integer({ min: 0, max: 7 }),
      async (at, bit) => {
        const altered = Buffer.from(whole)
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at)
        expect(refusals).toContain(await verdict(altered))
      },
    ),
    { numRuns: 150 },
  )
  // Every byte of the header, where a damaged key and a wrong one look alike.
  for (let at = 0; at < headerLength; at += 1) {
    const altered = Buffer.from(whole)
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
    expect([at, refusals.includes((await verdict(altered)) ?? '')]).toEqual([at, true])
  }
})

test('sealed pieces that changed places, came twice or were added at the end are refused', async () => {
  const body = headerLength + 16
  const piece = (i: number): Buffer => whole.subarray(body + i * sealedPiece, body + (i + 1) * sealedPiece)
  const before = whole.subarray(0, body)
  const after = whole.subarray(body + 2 * sealedPiece)
  expect(await verdict(Buffer.concat([before, piece(1), piece(0), after]))).toBe('backup-damaged')
  expect(await verdict(Buffer.concat([before, piece(0), piece(0), after]))).toBe('backup-damaged')
  expect(await verdict(Buffer.concat([before, piece(0), after]))).toBe('backup-damaged')
  expect(await verdict(Buffer.concat([whole, randomBytes(40)]))).toBe('backup-damaged')
})

test('another key, another passphrase and another kind of file are told apart from damage', async () => {
  const other = join(place.folder, 'other.key')
  await writeFile(other, (await makeBackupKey()).secretFile, { mode: 0o600 })
  const key = await readKeyFile(other)
  if (!key.ok) throw new Error('the key cannot be read')
  expect(await verdict(whole, key.value)).toBe('backup-wrong-key')
  expect(await verdict(whole, { kind: 'passphrase', passphrase: 'not of this file at all' })).toBe(
    'backup-wrong-key',
  )
  expect(await verdict(Buffer.from('PK\u0003\u0004 an archive of another kind'))).toBe('not-a-backup')
})

test('a backup for a passphrase opens with it and with no other', async () => {
  const secret = join(place.folder, 'passphrase')
  await writeFile(secret, 'correct horse battery staple\n', { mode: 0o600 })
  const key = await readPassphraseFile(secret)
  if (!key.ok) throw new Error('the passphrase cannot be read')
  const path = join(place.folder, 'passphrase.age')
  const written = await writeBackup(await sourceOf(source.superPool), key.value, path, new Date())
  expect(written.ok).toBe(true)
  expect((await verifyBackup(path, key.value)).ok).toBe(true)
  const wrong = await verifyBackup(path, { kind: 'passphrase', passphrase: 'correct horse battery stable' })
  expect(wrong.ok ? '' : wrong.problems[0]?.code).toBe('backup-wrong-key')
})

test('a secret key that others can read, or a file without a key, is not used', async () => {
  await chmod(place.keyFile, 0o644)
  const open = await readKeyFile(place.keyFile)
  await chmod(place.keyFile, 0o600)
  expect(open.ok ? '' : open.problems[0]?.code).toBe('backup-key-readable')
  for (const text of ['', '# nothing\n', 'age1misspelt\n', 'AGE-SECRET-KEY-1MISSPELT\n', 'hello\n']) {
    const path = join(place.folder, 'unusable')
    await writeFile(path, text, { mode: 0o600 })
    const found = await readKeyFile(path)
    expect([text, found.ok ? '' : found.problems[0]?.code]).toEqual([text, 'backup-key-unusable'])
  }
})

/** What somebody with the public key could make: the same file with one row another, sealed in order. */
async function resealed(change: (tar: Buffer) => Buffer): Promise<Buffer> {
  if (place.key.kind !== 'keys') throw new Error('no keys')
  const decrypter = new Decrypter()
  for (const identity of place.key.identities) decrypter.addIdentity(identity)
  const tar = gunzipSync(await decrypter.decrypt(whole))
  const { gzipSync } = await import('node:zlib')
  const encrypter = new Encrypter()
  for (const recipient of place.key.recipients) encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(gzipSync(change(tar))))
}

test('rows that are not those of the manifest are refused although the file is sealed in order', async () => {
  expect(await verdict(await resealed((tar) => tar))).toBe('whole')
  const edited = await resealed((tar) => {
    tar.write('Testkommune Xx', tar.indexOf('Testkommune To'))
    return tar
  })
  expect(await verdict(edited)).toBe('backup-damaged')
  const shortened = await resealed((tar) => tar.subarray(0, tar.indexOf('manifest.json')))
  expect(await verdict(shortened)).toBe('backup-damaged')
})

test('nothing of a damaged file is in the database, not even for those who look at all rows', async () => {
  const target = await createEmptyDatabase()
  try {
    const cut = join(place.folder, 'cut.age')
    for (const length of [whole.length - 1, whole.length - 20_000, whole.length - sealedPiece]) {
      await writeFile(cut, whole.subarray(0, length))
      const refused = await restoreInto(target, cut, place.key)
      expect(refused.ok ? '' : refused.problems[0]?.code).toBe('backup-damaged')
      const rows = Object.entries(await contents(target.superPool)).filter(
        ([name, seen]) => !seen.startsWith('0 ') && !['sealed.migration', 'sealed.claim_key'].includes(name),
      )
      expect(rows).toEqual([])
    }
    // The same database takes the whole file afterwards.
    expect((await restoreInto(target, file, place.key)).ok).toBe(true)
  } finally {
    await target.close()
  }
})
