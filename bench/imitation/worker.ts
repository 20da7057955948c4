import { parentPort, workerData } from 'node:worker_threads'
import { runOnce } from './run-once.ts'
import { scenarios } from './scenario.ts'
import { addRun, type Sums } from './sums.ts'

/** Runs of one scenario that this thread makes: seeds from `first` in steps of `step`, below `last`. */
export interface Share {
  readonly scenario: number
  readonly first: number
  readonly step: number
  readonly last: number
}

// Set by the thread that starts this one.
const { scenario, first, step, last } = workerData as Share
const chosen = scenarios[scenario]
if (chosen === undefined) throw new Error(`no scenario ${scenario}`)
const sums: Sums = new Map()
for (let seed = first; seed < last; seed += step) addRun(sums, runOnce(chosen, seed))
// eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port knows no origins
parentPort?.postMessage(sums)
