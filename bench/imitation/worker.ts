import { parentPort, workerData } from 'node:worker_threads'
import { runOnce } from './run-once.ts'
import { isSmall, scenarios } from './scenario.ts'
import { addRun, type Sums } from './sums.ts'

/** Small worlds get so many runs for one of the others: they cost a tenth. */
const runsOfSmall = 5

/** What this thread makes: of every scenario with such a name, every `threads`th run, starting with the `thread`th. */
export interface Share {
  readonly thread: number
  readonly threads: number
  readonly runs: number
  readonly seed: number
  readonly only: string
}

/** One scenario's part of a thread. */
export interface Part {
  readonly scenario: number
  readonly sums: Sums
}

export function runsOf(scenario: number, runs: number): number {
  const chosen = scenarios[scenario]
  return chosen !== undefined && isSmall(chosen) ? runs * runsOfSmall : runs
}

// Imported for its types and `runsOf` by the thread that starts this one.
if (parentPort !== null) {
  // Set by the thread that starts this one.
  const { thread, threads, runs, seed, only } = workerData as Share
  for (const [at, scenario] of scenarios.entries()) {
    if (!scenario.name.includes(only)) continue
    const sums: Sums = new Map()
    for (let run = thread; run < runsOf(at, runs); run += threads) addRun(sums, runOnce(scenario, seed + run))
    const part: Part = { scenario: at, sums }
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port knows no origins
    parentPort.postMessage(part)
  }
}
