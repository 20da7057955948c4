// `npm run faults -- [--kills N] [--power-cuts N] [--connection-cuts N] [--seed N]`: while answers are saved and reviews
// handed in, the program, its PostgreSQL or both are killed, the power of their disk is cut, or all connections between
// them are, at random moments. After each time every acknowledged write must be there, once. CI runs few rounds, a
// release many; SIGTERM ends those of one kind after the round at hand, and they are summed up.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { randomFrom } from '../../bench/imitation/random.ts'
import { clusterUrl } from '../../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../../src/storage/embedded/secrets.ts'
import { startTilsyn } from '../support/tilsyn-process.ts'
import { compare } from './rounds/compare.ts'
import { makeLoad } from './rounds/load.ts'
import { makeCuttableDisk, type CuttableDisk } from './rounds/power.ts'
import { startFaultProxy } from './rounds/proxy.ts'
import { cli, superviseProgram, type Program } from './rounds/program.ts'
import type { SeededFolder } from './rounds/seed.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    'power-cuts': { type: 'string', default: '10' },
    'connection-cuts': { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const seed = Number(values.seed)
/** Enough that two of them are always writing; each stays below what one session may ask. */
const reviewers = 24
/** Of load before each fault, in ms. */
const shortest = 200
const longest = 1200
/** Said now and then, for long runs take an hour. */
const roundsBetweenWords = 25
/** A start that takes longer is counted as none. */
const patience = 60_000

const run = promisify(execFile)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function seedFolder(folder: string, reviewsEach: number): Promise<SeededFolder> {
  const program = fileURLToPath(new URL('./rounds/seed.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(reviewers), String(reviewsEach)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await text(child.stdout)
  // Our own program's report.
  return JSON.parse(said) as SeededFolder
}

interface Fault {
  readonly name: string
  strike(program: Program): Promise<void>
}

const kills: readonly Fault[] = [
  { name: 'program', strike: async (program) => program.killApp() },
  { name: 'database', strike: (program) => program.killDatabase() },
  {
    name: 'both',
    async strike(program) {
      program.killApp()
      await program.killDatabase()
    },
  },
]

function powerCut(disk: CuttableDisk): Fault {
  return {
    name: 'power',
    async strike(program) {
      await disk.cut()
      await program.die()
      await disk.remount()
      program.revive()
    },
  }
}

/** Not in this thread: the proxy that the command may go through runs here. */
async function verifySeals(
  where: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const env = { ...process.env, ...settings }
  return run(process.execPath, [cli, 'seal', 'verify', ...where, '--lang', 'en'], { env }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : 'failed'),
  )
}

interface Rounds {
  readonly title: string
  readonly folder: string
  readonly count: number
  readonly faults: readonly Fault[]
}

/** The database is the program's own. */
async function onOwnDatabase(rounds: Rounds): Promise<number> {
  const data = await seedFolder(rounds.folder, reviewsFor(rounds.count))
  const port = await freePort()
  return runRounds(rounds, data, port, superviseProgram(rounds.folder, port, {}, say), [
    '--data',
    rounds.folder,
  ])
}

/** The database is another program's, reached through a proxy that can cut the connections. */
async function throughProxy(count: number, scratch: string): Promise<number> {
  const folder = join(scratch, 'data')
  const data = await seedFolder(folder, reviewsFor(count))
  const database = await startTilsyn(folder, `${folder}-outside`)
  if (!('port' in database.report)) throw new Error(database.report.refused)
  const proxy = await startFaultProxy(database.report.port)
  const secrets = await readOrMakeSecrets(folder)
  const keyFile = join(scratch, 'seal.pem')
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(keyFile, key, { mode: 0o600 })
  const port = await freePort()
  const settings = {
    DATABASE_URL: clusterUrl(proxy.port, 'tilsyn_app', secrets.app, 'tilsyn'),
    TILSYN_CLAIM_KEY: secrets.claimKey,
    TILSYN_PERSONAL_KEY: secrets.personalKey,
    TILSYN_SEAL_KEY_FILE: keyFile,
    TILSYN_PUBLIC_URL: `http://localhost:${port}`,
  }
  const fault: Fault = { name: 'connections', strike: async () => proxy.cut() }
  const rounds = { title: 'connections cut', folder, count, faults: [fault] }
  try {
    return await runRounds(rounds, data, port, superviseProgram(folder, port, settings, say), [], settings)
  } finally {
    await proxy.close()
    await database.end('SIGTERM')
  }
}

function requestId(line: string): string {
  return /"requestId":"([^"]+)"/.exec(line)?.[1] ?? line
}

/** So that nobody runs out of reviews to answer. */
function reviewsFor(count: number): number {
  return Math.ceil(count / 2) + 3
}

/** @returns how many things went wrong */
async function runRounds(
  { title, folder, count, faults }: Rounds,
  data: SeededFolder,
  port: number,
  program: Program,
  verifyWhere: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  const random = randomFrom(seed)
  const load = makeLoad(data, `http://localhost:${port}`, random)
  const tally = { lost: 0, doubled: 0, half: 0, stuck: 0 }
  const struck = new Map<string, number>()
  const began = performance.now()
  let asked = count
  let done = 0
  const enough = (): void => void (asked = 0)
  process.once('SIGTERM', enough)
  try {
    for (let round = 1; round <= asked; round += 1) {
      await program.serving()
      load.go()
      await pause(shortest + random() * (longest - shortest))
      const fault = faults[Math.floor(random() * faults.length)]
      if (fault === undefined) throw new Error('no fault was chosen')
      await fault.strike(program)
      struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1)
      const settled = await Promise.race([
        load.settle().then(() => true),
        pause(patience, false, { ref: false }),
      ])
      if (!settled) {
        tally.stuck += 1
        say(`round ${round} (${fault.name}): not everyone was answered within ${patience / 1000} s`)
        break
      }
      const found = await compare(folder, load)
      for (const kind of ['lost', 'doubled', 'half'] as const)
        tally[kind] = Math.max(tally[kind], found[kind])
      if (found.lost + found.doubled + found.half > 0)
        say(`round ${round} (${fault.name}): ${JSON.stringify(found)}`)
      done = round
      if (round % roundsBetweenWords === 0 && round < asked) say(`${title}: ${round} of ${count} rounds`)
    }
  } finally {
    process.off('SIGTERM', enough)
    await program.stop()
  }
  const broken = await verifySeals(verifyWhere, settings)
  if (broken !== undefined) say(`seal verify: ${broken}`)
  for (const line of load.wrong.slice(0, 20)) say(line.slice(0, 300))
  // A reply of 500 names the request only; what happened is in the program's own log.
  const told = program
    .failures()
    .filter((line) => load.wrong.some((wrong) => wrong.includes(requestId(line))))
  for (const line of told) say(line)
  const saved = [...load.answers.values()].reduce((sum, { saves }) => sum + saves, 0)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  say(
    `${title}: ${done} of ${count} rounds in ${seconds} s (${[...struck].map(([name, times]) => `${name} ${times}`).join(', ')}; seed ${seed}): ` +
      `${saved} answers and ${load.submitted.size} submissions acknowledged, ${load.repeated()} requests repeated; ` +
      `${tally.lost} lost, ${tally.doubled} doubled, ${tally.half} half-applied, ${program.unopenable()} unopenable, ` +
      `${tally.stuck} stuck, ${load.wrong.length} wrong replies, seals ${broken === undefined ? 'whole' : 'BROKEN'}`,
  )
  if (saved === 0) say('nothing was saved, so nothing was shown')
  const failures = tally.lost + tally.doubled + tally.half + tally.stuck + load.wrong.length
  return failures + program.unopenable() + (broken === undefined ? 0 : 1) + (saved === 0 ? 1 : 0)
}

let failures = 0
if (Number(values.kills) > 0) {
  const scratch = await mkdtemp(join(tmpdir(), 'tilsyn-kill-'))
  await chmod(scratch, 0o755)
  const folder = join(scratch, 'data')
  failures += await onOwnDatabase({ title: 'kill -9', folder, count: Number(values.kills), faults: kills })
  await rm(scratch, { recursive: true, force: true })
}
if (Number(values['power-cuts']) > 0) {
  const disk = await makeCuttableDisk(1500)
  if ('notHere' in disk) say(`power cut: not run, no disk that can be cut here (${disk.notHere})`)
  else {
    const { folder } = disk
    const count = Number(values['power-cuts'])
    failures += await onOwnDatabase({ title: 'power cut', folder, count, faults: [powerCut(disk)] })
    await disk.remove()
  }
}
if (Number(values['connection-cuts']) > 0) {
  const scratch = await mkdtemp(join(tmpdir(), 'tilsyn-proxy-'))
  await chmod(scratch, 0o755)
  failures += await throughProxy(Number(values['connection-cuts']), scratch)
  await rm(scratch, { recursive: true, force: true })
}
process.exit(failures === 0 ? 0 : 1)
