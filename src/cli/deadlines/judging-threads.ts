import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { EventOptions } from '../../core/caseflow/read-events.ts'
import type { DeadlineCounts, LawCount } from './deadline-counts.ts'
import type { Judging } from './judge-cases.ts'

export interface PartWork {
  readonly bytes: Uint8Array
  readonly file: string
  readonly options: EventOptions
  readonly judging: Judging
  readonly part: number
  readonly parts: number
}

export type PartMessage =
  | { readonly kind: 'rows'; readonly chunk: Uint8Array }
  | { readonly kind: 'end'; readonly laws: readonly LawCount[] }

/** Bytes below which a thread costs more than it saves. */
const leastBytes = 8_000_000
/** With the main thread. Each holds the whole file, and a million events must do with a gigabyte. */
const mostParts = 2

/** Threads that judge parts of the cases of a large file beside the main thread, which judges the first. */
export class JudgingThreads {
  readonly parts: number
  readonly #threads: readonly Thread[]

  constructor(work: Omit<PartWork, 'part' | 'parts'>) {
    this.parts = work.bytes.length < leastBytes ? 1 : Math.min(mostParts, availableParallelism())
    this.#threads = Array.from(
      { length: this.parts - 1 },
      (_, index) => new Thread({ ...work, part: index + 1, parts: this.parts }),
    )
  }

  /** The rows of all parts but the first, in the order of the file. */
  async *rows(counts: DeadlineCounts): AsyncGenerator<Uint8Array> {
    for (const thread of this.#threads) {
      const { chunks, laws } = await thread.judged
      yield* chunks
      counts.addAll(laws)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()))
  }
}

interface Judged {
  readonly chunks: readonly Uint8Array[]
  readonly laws: readonly LawCount[]
}

class Thread {
  readonly judged: Promise<Judged>
  readonly #worker: Worker

  constructor({ bytes, ...work }: PartWork) {
    // A Buffer's own `slice` copies nothing.
    const own = new Uint8Array(bytes)
    this.#worker = new Worker(new URL('judge-part.ts', import.meta.url), {
      workerData: { ...work, bytes: own },
      transferList: [own.buffer],
    })
    this.judged = new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = []
      this.#worker.on('message', (message: PartMessage) => {
        if (message.kind === 'rows') chunks.push(message.chunk)
        else resolve({ chunks, laws: message.laws })
      })
      this.#worker.on('error', reject)
      this.#worker.on('exit', () => {
        reject(new Error('a thread ended before it had judged its cases'))
      })
    })
    // The main thread asks only once its own part is done; by then a failure must not count as unheard.
    this.judged.catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
