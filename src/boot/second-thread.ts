import { Worker } from 'node:worker_threads'
import type { Calculator } from '../app/analysis/calculator.ts'
import type { ReportPress } from '../app/report/report-press.ts'
import type { Calculation, Outcome } from './calculations.ts'

export interface Ask {
  readonly id: number
  readonly calculation: Calculation
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly outcome: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string }

/** Longer lines are refused: an analysis takes about a second, and nobody waits for a minute. */
const longestLine = 20
/** Far above what the largest round needs; a runaway ends in this thread and not in the server. */
const memoryMegabytes = 1024

interface Waiting {
  readonly resolve: (outcome: unknown) => void
  readonly reject: (error: Error) => void
}

/** Analyses and reports are computed in one thread beside the server's, which keeps answering meanwhile. */
export class SecondThread implements Calculator, ReportPress {
  #worker: Worker | undefined
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()

  analyse: Calculator['analyse'] = (input) => this.#ask('analyse', { kind: 'analyse', input })
  analyseLevel: Calculator['analyseLevel'] = (input, scope) =>
    this.#ask('analyse-level', { kind: 'analyse-level', input, scope })
  compareSides: Calculator['compareSides'] = (a, b) =>
    this.#ask('compare-sides', { kind: 'compare-sides', a, b })
  render: ReportPress['render'] = (job) => this.#ask('render', { kind: 'render', job })
  renderComposed: ReportPress['renderComposed'] = (job) =>
    this.#ask('render-composed', { kind: 'render-composed', job })
  layOut: ReportPress['layOut'] = (job) => this.#ask('lay-out', { kind: 'lay-out', job })
  layOutList: ReportPress['layOutList'] = (job) => this.#ask('lay-out-list', { kind: 'lay-out-list', job })
  compose: ReportPress['compose'] = (input) => this.#ask('compose', { kind: 'compose', input })
  audit: ReportPress['audit'] = (job) => this.#ask('audit', { kind: 'audit', job })
  describe: ReportPress['describe'] = (input) => this.#ask('describe', { kind: 'describe', input })

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #ask<K extends Calculation['kind']>(
    _kind: K,
    calculation: Calculation & { readonly kind: K },
  ): Promise<Outcome<K> | 'too-busy'> {
    if (this.#waiting.size >= longestLine) return Promise.resolve('too-busy')
    const worker = (this.#worker ??= this.#start())
    this.#lastId += 1
    const ask: Ask = { id: this.#lastId, calculation }
    return new Promise((resolve, reject) => {
      // `calculate` answers each kind with its own outcome.
      this.#waiting.set(ask.id, { resolve: (outcome) => resolve(outcome as Outcome<K>), reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
      worker.postMessage(ask)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./calculation-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    // An idle thread must not keep the program running.
    worker.unref()
    worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.ok) waiting?.resolve(reply.outcome)
      else waiting?.reject(new Error(reply.error))
    })
    const gone = (error: Error) => {
      if (this.#worker !== worker) return
      this.#worker = undefined
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    worker.on('error', gone)
    worker.on('exit', () => gone(new Error('the second thread ended')))
    return worker
  }
}
