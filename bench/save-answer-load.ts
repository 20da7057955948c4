import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { clusterUrl } from '../src/storage/embedded/postmaster.ts'
import { readOrMakeSecrets } from '../src/storage/embedded/secrets.ts'
import type { Bench } from './bench.ts'
import type { LoadReport } from './load/serve.ts'

const reviewers = 200
/**
 * Mean pause of one reviewer between two answers, in ms. A review of 24 questions takes 45 minutes, most of them reading,
 * so an answer comes every two minutes; here each reviewer is in the quick passage where one key follows another, all
 * the time and all 200 at once.
 */
const thinkTime = 5000
const warmUp = 5000
const measured = 30_000
const wantedMs = 50

/**
 * Answers saved over HTTP by 200 signed-in reviewers; beside them, in the same seconds and at the same rate, the same
 * rows written by hand-made SQL of the superuser in one transaction. Server, PostgreSQL and the load itself share the
 * machine's cores.
 */
export const bench: Bench = {
  name: 'save-answer-load',
  target: 6,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'))
    const program = fileURLToPath(new URL('./load/serve.ts', import.meta.url))
    const child = spawn(process.execPath, [program, folder, String(reviewers)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    try {
      const lines = createInterface({ input: child.stdout })
      const first = once(lines, 'line', { signal: AbortSignal.timeout(180_000) })
      const [line] = (await Promise.race([first, ended.then(diedEarly)])) as [string]
      // The line is our own program's report.
      return await measure(JSON.parse(line) as LoadReport, folder)
    } finally {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    }
  },
}

function diedEarly(): never {
  throw new Error('the server ended before it served')
}

async function measure(report: LoadReport, folder: string) {
  const { superuser } = await readOrMakeSecrets(folder)
  const bare = new Pool({
    connectionString: clusterUrl(report.port, 'postgres', superuser, 'tilsyn'),
    max: 4,
  })
  const start = performance.now()
  const from = start + warmUp
  const until = from + measured
  const saves: number[] = []
  const writes: number[] = []
  const keep = (into: number[], began: number) => {
    if (began >= from) into.push(performance.now() - began)
  }
  try {
    await Promise.all([
      ...report.reviewers.map((reviewer) => review(report, reviewer, until, (began) => keep(saves, began))),
      writeBare(bare, report, until, (began) => keep(writes, began)),
    ])
  } finally {
    await bare.end()
  }
  const [own, yardstick] = [quantile(saves, 0.95), quantile(writes, 0.95)]
  const rate = Math.round(saves.length / (measured / 1000))
  return {
    ratio: own / yardstick,
    detail:
      `${reviewers} reviewers, an answer each every ${thinkTime / 1000} s on average, ${rate} saves/s: ` +
      `p50 ${quantile(saves, 0.5).toFixed(1)} ms, p95 ${own.toFixed(1)} ms (wanted: under ${wantedMs}), ` +
      `p99 ${quantile(saves, 0.99).toFixed(1)} ms; bare SQL p95 ${yardstick.toFixed(1)} ms`,
  }
}

/** One reviewer goes round the form, thinking between the answers. */
async function review(
  { address, questions }: LoadReport,
  { cookie, review: id }: LoadReport['reviewers'][number],
  until: number,
  keep: (began: number) => void,
): Promise<void> {
  const versions = new Map<string, number>()
  for (let turn = 0; ; turn += 1) {
    // Exponential pauses: answers come independently of one another.
    await pause(-Math.log(1 - Math.random()) * thinkTime)
    const began = performance.now()
    if (began >= until) return
    const question = questions[turn % questions.length] ?? ''
    const answer = await fetch(`${address}/api/reviews/${id}/answers/${question}`, {
      method: 'PUT',
      headers: { cookie, origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({
        answer: 'yes',
        comment: `turn ${turn}`,
        evidenceReference: null,
        evidenceDate: null,
        version: versions.get(question) ?? 0,
      }),
    })
    if (!answer.ok) throw new Error(`a save was refused: ${await answer.text()}`)
    // The shape is the contract's.
    const { version } = (await answer.json()) as { version: number }
    keep(began)
    versions.set(question, version)
  }
}

/** The same two rows, as often as all reviewers together. */
async function writeBare(
  pool: Pool,
  { questions, bare }: LoadReport,
  until: number,
  keep: (began: number) => void,
): Promise<void> {
  for (let turn = 0; performance.now() < until; turn += 1) {
    await pause(-Math.log(1 - Math.random()) * (thinkTime / reviewers))
    const began = performance.now()
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `insert into change_entry (municipality_id, person_id, act, room, subject_kind, subject_id, detail)
          values ($1, $2, 'answer', 'review', 'review', $3, $4)`,
        [bare.municipality, bare.person, bare.review, JSON.stringify({ turn })],
      )
      await client.query(
        `insert into review_answer as a (municipality_id, review_id, question_key, answer, wording,
            programme_version_id, comment, answered_by)
          values ($1, $2, $3, 'yes', 'wording', $4, $5, $6)
          on conflict (municipality_id, review_id, question_key) do update
          set comment = excluded.comment, answered_at = now(), version = a.version + 1`,
        [
          bare.municipality,
          bare.review,
          questions[turn % questions.length],
          bare.programmeVersion,
          `turn ${turn}`,
          bare.person,
        ],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
    keep(began)
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  if (at === undefined) throw new Error('nothing was measured')
  return at
}
