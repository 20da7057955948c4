import { readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { analyse } from '../src/core/analysis/analyse.ts'
import { parseProgramme } from '../src/core/programme/parse-programme.ts'
import { readAnswerFiles } from '../src/core/review/answers-file.ts'
import type { Bench } from './bench.ts'

const municipalities = 98
const rounds = 4
const threads = 2

/**
 * All of Denmark: 98 municipalities with four rounds each of Copenhagen's size, every round with a baseline, on two
 * threads, against a single such analysis on one. The aim is under a minute; each thread's CPU beside it is what two cores
 * without other work would take.
 */
export const bench: Bench = {
  name: 'municipalities',
  target: municipalities * rounds,
  async run() {
    const first = await measure(1)
    const start = performance.now()
    const cpu = await Promise.all(
      Array.from({ length: threads }, () => measure((municipalities * rounds) / threads)),
    )
    const all = (performance.now() - start) / 1000
    return {
      ratio: Math.max(...cpu) / first,
      detail: `${municipalities} municipalities × ${rounds} rounds on ${threads} threads: ${all.toFixed(1)} s (aim 60 s), ${cpu.map((seconds) => seconds.toFixed(1)).join(' and ')} s of CPU on them, the first analysis alone ${first.toFixed(2)} s`,
    }
  },
}

/** Seconds of CPU that a thread of its own takes for so many analyses. */
function measure(analyses: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: analyses })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (!isMainThread && typeof workerData === 'number') {
  const file = (name: string): Buffer => readFileSync(new URL(`../${name}`, import.meta.url))
  const programme = parseProgramme(file('programmes/bbu-2017.yaml').toString('utf8'), 'bbu-2017.yaml')
  if (!programme.ok) throw new Error('the programme is wrong')
  const files = ['2017q3', '2018q2'].map((name) => ({
    name,
    bytes: file(`examples/copenhagen/answers-${name}.csv`),
  }))
  const answers = await readAnswerFiles(files, programme.value)
  if (!answers.ok) throw new Error('the answers are wrong')
  const before = process.threadCpuUsage()
  for (let turn = 0; turn < workerData; turn += 1)
    if (
      !analyse({ programme: programme.value, round: '2018q2', baseline: '2017q3', answers: answers.value }).ok
    )
      throw new Error('no analysis')
  const { user, system } = process.threadCpuUsage(before)
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port knows no origins
  parentPort?.postMessage((user + system) / 1e6)
}
