// `npm run load -- [--rate N] [--minutes N] [--municipalities N] [--seed N] [--without-times]`: many people at work at
// once over HTTP, at the wanted rate for the wanted time, then at three times that for ten seconds, then at the wanted
// rate again. Everything (server, PostgreSQL, the load itself) is on this machine; nothing leaves it. Prints what was
// measured and ends with 1 where an aim was missed; `--without-times` prints the times without judging them, for
// machines that do other things meanwhile.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomFrom } from '../../bench/imitation/random.ts'
import type { ManyReport } from './many-report.ts'
import { makeLoad, quantile, type Sample } from './measure.ts'

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '400' },
    minutes: { type: 'string', default: '1' },
    municipalities: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    'without-times': { type: 'boolean', default: false },
  },
})
const [rate, minutes, municipalities, seed] = [
  values.rate,
  values.minutes,
  values.municipalities,
  values.seed,
].map(Number) as [number, number, number, number]

const aims = { p99: 300, drift: 0.1, back: 10 }
const sessionsEach = 50
/** With 20 questions each and 45 reviewers in a municipality: a million items in ten. */
const reviewsEach = 112
const warmUp = 20
const rush = { times: 3, seconds: 10 }
const after = 20

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'tilsyn-load-'))
const program = fileURLToPath(new URL('./serve-many.ts', import.meta.url))
const counts = [municipalities, sessionsEach, reviewsEach].map(String)
const child = spawn(process.execPath, [program, folder, ...counts], { stdio: ['ignore', 'pipe', 'inherit'] })
const ended = once(child, 'exit')
let missed = 0
try {
  const died = ended.then(() => {
    throw new Error('the server ended before it served')
  })
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), died])) as [
    string,
  ]
  // The line is our own program's report.
  await measure(JSON.parse(line) as ManyReport)
} finally {
  child.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
  await rm(`${folder}-outside`, { recursive: true, force: true })
}
process.exit(missed > 0 ? 1 : 0)

async function measure(report: ManyReport): Promise<void> {
  const load = makeLoad(report, randomFrom(seed))
  say(
    `${report.items} review items, ${municipalities} municipalities, ${report.signedIn.length} sessions, ` +
      `one request in ten writes; load average before ${loadavg()
        .map((value) => value.toFixed(1))
        .join(' ')}; seed ${seed}`,
  )
  await load.run(rate, warmUp)
  const memory = watchMemory()
  const steady = await load.run(rate, minutes * 60)
  const sizes = await memory.end()
  const rushed = await load.run(rate * rush.times, rush.seconds)
  const calm = await load.run(rate, after)
  load.close()

  const done = steady.filter(isDone)
  judge(
    done.length === steady.length,
    `${rate}/s for ${minutes} min: ${done.length} of ${steady.length} requests done (${(steady.length / minutes / 60).toFixed(0)}/s)`,
    steady,
  )
  judgeTime(
    quantile(
      done.map(({ ms }) => ms),
      0.99,
    ) <= aims.p99,
    `  all: ${times(done)} (p99 at most ${aims.p99})`,
  )
  for (const kind of new Set(done.map((sample) => sample.kind)))
    say(`  ${kind}: ${times(done.filter((sample) => sample.kind === kind))}`)
  const drift = driftOf(sizes)
  const enough = minutes >= 5
  if (enough)
    judge(
      drift <= aims.drift,
      `memory of the server: ${size(sizes)}, drift ${(100 * drift).toFixed(1)} % (at most 10)`,
    )
  else say(`memory of the server: ${size(sizes)}; drift not judged under 5 minutes`)

  const told = rushed.filter(({ status }) => status === 429 || status === 503)
  judge(
    rushed.every((sample) => isDone(sample) || sample.status === 429 || sample.status === 503),
    `${rate * rush.times}/s for ${rush.seconds} s: ${rushed.filter(isDone).length} of ${rushed.length} done ` +
      `(${times(rushed.filter(isDone))}), ${told.length} told to come back (429 or 503)`,
    rushed.filter((sample) => !told.includes(sample)),
  )
  const back = secondsUntilCalm(calm)
  judge(
    back <= aims.back,
    `back at ${rate}/s: everything done again after ${back.toFixed(1)} s (at most ${aims.back})`,
    calm.filter(({ at }) => at - (calm[0]?.at ?? 0) > aims.back * 1000),
  )
}

function isDone({ status }: Sample): boolean {
  return status >= 200 && status < 300
}

function judge(met: boolean, line: string, samples: readonly Sample[] = []): void {
  if (!met) missed += 1
  say(`${met ? 'met   ' : 'MISSED'} ${line}`)
  const odd = Map.groupBy(
    samples.filter((sample) => !isDone(sample)),
    ({ status }) => status,
  )
  for (const [status, those] of odd) {
    const seconds = [...new Set(those.map(({ at }) => Math.floor(at / 1000)))]
    say(`  ${those.length} times ${status}, as ${those[0]?.words ?? ''}`)
    say(`  in ${seconds.length} of the seconds, first: ${seconds.slice(0, 20).join(', ')}`)
  }
}

function judgeTime(met: boolean, line: string): void {
  if (values['without-times']) say(`not judged ${line}`)
  else judge(met, line)
}

function times(samples: readonly Sample[]): string {
  const ms = samples.map((sample) => sample.ms)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(ms, share).toFixed(0))
  return `p50 ${p50} ms, p95 ${p95}, p99 ${p99}, longest ${quantile(ms, 1).toFixed(0)}`
}

/** @returns seconds from the first sample until the last that was not done or took longer than a second */
function secondsUntilCalm(samples: readonly Sample[]): number {
  const first = samples[0]?.at ?? 0
  const late = samples.filter((sample) => !isDone(sample) || (!values['without-times'] && sample.ms > 1000))
  return Math.max(0, ...late.map(({ at }) => (at - first) / 1000))
}

/** Resident memory of the server in MiB, each second. Linux only; elsewhere nothing is measured. */
function watchMemory(): { end(): Promise<readonly number[]> } {
  const found: number[] = []
  const look = async (): Promise<void> => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
    if (kib !== undefined) found.push(Number(kib) / 1024)
  }
  const timer = setInterval(() => void look(), 1000)
  return {
    async end() {
      clearInterval(timer)
      await look()
      return found
    },
  }
}

/** The last fifth against the second, by medians: the first is still filling caches. */
function driftOf(sizes: readonly number[]): number {
  const fifth = Math.floor(sizes.length / 5)
  const before = quantile(sizes.slice(fifth, 2 * fifth), 0.5)
  return quantile(sizes.slice(-fifth), 0.5) / before - 1
}

function size(sizes: readonly number[]): string {
  if (sizes.length === 0) return 'not measured on this system'
  return `${quantile(sizes, 0.5).toFixed(0)} MiB in the middle, ${Math.max(...sizes).toFixed(0)} at most`
}
