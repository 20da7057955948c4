import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { leftOut } from '../../src/storage/backup/stored-tables.ts'
import { verifyBackup } from '../../src/storage/backup/verify-backup.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'
import {
  contents,
  createBackupFolder,
  createEmptyDatabase,
  ownerUrlOf,
  restoreInto,
  sourceOf,
  type BackupFolder,
  type EmptyDatabase,
} from '../support/backups.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const program = fileURLToPath(new URL('../support/backup-and-die.ts', import.meta.url))
/** `BACKUP_KILLS=200` for the long run. */
const rounds = Number(process.env['BACKUP_KILLS'] ?? 8)

let source: TestDatabase
let place: BackupFolder
let wanted: Readonly<Record<string, string>>
beforeAll(async () => {
  source = await createTestDatabase()
  // Enough rows that a backup and a restore take a while.
  await source.superPool.query(
    `insert into access_entry (municipality_id, at, act, subject_kind, detail)
     select $1, now(), 'noise', 'case', jsonb_build_object('n', md5(n::text)) from generate_series(1, 60000) n`,
    [source.first.municipalityId],
  )
  wanted = await kept(source.superPool)
  place = await createBackupFolder()
})
afterAll(async () => {
  await place.close()
  await source.close()
})

async function kept(pool: TestDatabase['superPool']): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await contents(pool)).filter(([name]) => !leftOut.includes(name)))
}

interface Deed {
  readonly act: 'backup' | 'restore'
  readonly ownerUrl: string
  readonly file: string
}

/** What the process said before it was killed, or before it ended by itself; `life` in ms from its beginning. */
async function run(deed: Deed, life?: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdin.end(JSON.stringify({ ...deed, claimKey: inject('postgres').claimKey, keyFile: place.keyFile }))
  if (life !== undefined) {
    await once(child.stdout, 'data')
    await Promise.race([pause(life), ended])
    child.kill('SIGKILL')
  }
  await ended
  return said.trim().split('\n')
}

/** How long the deed takes when nothing stops it, in ms. */
async function timed(deed: Deed): Promise<number> {
  const begun = performance.now()
  expect(await run(deed)).toEqual(['begun', 'done'])
  return performance.now() - begun
}

test(
  `a backup killed ${rounds} times at random moments never leaves a file of its name that does not open`,
  async () => {
    const ownerUrl = await ownerUrlOf(source.superPool)
    const length = await timed({ act: 'backup', ownerUrl, file: join(place.folder, 'timed.age') })
    const outcomes: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const file = join(place.folder, `killed-${round}.age`)
      const said = await run({ act: 'backup', ownerUrl, file }, Math.random() * length)
      outcomes.push(await outcomeOfBackup(file, said.includes('done')))
    }
    expect(outcomes.filter((outcome) => !['none', 'whole'].includes(outcome))).toEqual([])
    expect(outcomes).toContain('none')
  },
  60_000 + rounds * 20_000,
)

test(
  `a restore killed ${rounds} times at random moments leaves the database empty, or filled to the last row`,
  async () => {
    const file = await place.backUp(source.superPool, 'to-restore.age')
    const first = await createEmptyDatabase()
    const length = await timed({ act: 'restore', ownerUrl: first.ownerUrl, file }).finally(() =>
      first.close(),
    )
    const outcomes: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const target = await createEmptyDatabase()
      try {
        await run({ act: 'restore', ownerUrl: target.ownerUrl, file }, Math.random() * length)
        await gone(target.superPool)
        outcomes.push(await outcomeOfRestore(target, file))
      } finally {
        await target.close()
      }
    }
    expect(outcomes.filter((outcome) => !['empty', 'whole'].includes(outcome))).toEqual([])
    expect(outcomes).toContain('empty')
  },
  60_000 + rounds * 40_000,
)

async function outcomeOfBackup(file: string, saidDone: boolean): Promise<string> {
  if ((await stat(file).catch(() => undefined)) === undefined) return saidDone ? 'lost' : 'none'
  return (await verifyBackup(file, place.key)).ok ? 'whole' : 'half'
}

/** What was begun must not stand in the way of another try. */
async function outcomeOfRestore(target: EmptyDatabase, file: string): Promise<string> {
  const same = async (): Promise<boolean> =>
    JSON.stringify(await kept(target.superPool)) === JSON.stringify(wanted)
  if (await same()) return 'whole'
  if (Object.values(await kept(target.superPool)).some((seen) => !seen.startsWith('0 '))) return 'half'
  const again = await restoreInto(target, file, place.key)
  if (!again.ok) return again.problems[0]?.code ?? ''
  return (await same()) ? 'empty' : 'differs'
}

/** The server notices a killed client when it next writes to it or waits for it. */
async function gone(pool: TestDatabase['superPool']): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await pool.query<{ left: number }>(
          `select count(*)::int as left from pg_stat_activity
           where datname = current_database() and application_name in ('tilsyn restore', 'tilsyn migrate')`,
        )
        return rows[0]?.left
      },
      { timeout: 30_000 },
    )
    .toBe(0)
}

/** A file system of one megabyte, where this machine lets us make one. */
async function smallDisk(): Promise<{ readonly folder: string; remove(): Promise<void> } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    await rm(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    async remove() {
      execFileSync('umount', [folder])
      await rm(folder, { recursive: true })
    },
  }
}

test('a disk that is full is told in words, and leaves neither a file nor a part of one', async (context) => {
  const disk = await smallDisk()
  context.skip(disk === undefined, 'not run: no file system can be mounted here')
  if (disk === undefined) return
  try {
    const written = await writeBackup(
      await sourceOf(source.superPool),
      place.key,
      join(disk.folder, 'backup.age'),
      new Date(),
    )
    expect(written.ok ? '' : written.problems[0]?.text.en).toMatch(/the disk is full.*No backup was made/)
    expect(await readdir(disk.folder)).toEqual([])
  } finally {
    await disk.remove()
  }
})
