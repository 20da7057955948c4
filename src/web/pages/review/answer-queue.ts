import { CallRefused } from '../../../contract/client.ts'
import { noContent, sameContent, type AnswerContent } from '../../../core/review/answer-content.ts'
import type { Saved } from '../../ui/SaveState.tsx'

/** Content as the server keeps it. */
export interface KeptAnswer extends AnswerContent {
  readonly version: number
  readonly answeredAt: string
  readonly answeredBy: string
}

export interface Conflict {
  readonly mine: AnswerContent
  readonly theirs: KeptAnswer
}

export interface QueueState {
  /** As the person sees them: what waits to be sent lies over what is kept. */
  readonly answers: ReadonlyMap<string, AnswerContent>
  readonly saved: Saved
  readonly conflicts: ReadonlyMap<string, Conflict>
}

export interface QueueParts {
  readonly kept: ReadonlyMap<string, KeptAnswer>
  /** Rejects with `CallRefused`, or with anything else when no answer came. */
  readonly send: (
    question: string,
    content: AnswerContent,
    kept: AnswerContent & { readonly version: number },
  ) => Promise<{ readonly version: number; readonly answeredAt: string }>
  /** What stands, from the `current` of an `outdated-version` refusal. */
  readonly readCurrent: (question: string, current: unknown) => KeptAnswer
  /** Resolves after this time; the page's clock. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Pauses between attempts while there is no connection, in ms; the last one repeats. */
const pauses = [1000, 2000, 5000, 10_000]

/**
 * Sends every change at once and one at a time, the newest content of each question only; keeps what could not be sent
 * and tries again until it can. A change made elsewhere is never overwritten: it becomes a conflict for the person.
 */
export class AnswerQueue {
  readonly #parts: QueueParts
  readonly #kept: Map<string, AnswerContent & { readonly version: number }>
  readonly #waiting = new Map<string, AnswerContent>()
  readonly #listeners = new Set<() => void>()
  #state: QueueState
  #running = false
  #failures = 0
  #wake: () => void = () => undefined

  constructor(parts: QueueParts) {
    this.#parts = parts
    this.#kept = new Map(parts.kept)
    this.#state = { answers: new Map(parts.kept), saved: { state: 'saved' }, conflicts: new Map() }
  }

  /** Changes not yet kept by the server, undecided conflicts included. */
  get unsaved(): number {
    return this.#waiting.size + this.#state.conflicts.size
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): QueueState => this.#state

  contentOf(question: string): AnswerContent {
    return this.#state.answers.get(question) ?? noContent
  }

  change(question: string, content: AnswerContent): void {
    if (sameContent(this.contentOf(question), content)) return
    this.#waiting.set(question, content)
    this.#show(question, content)
    this.retry()
  }

  /** Tries again now, e.g. because the network came back. */
  retry(): void {
    this.#wake()
    if (!this.#running) void this.#run()
  }

  settle(question: string, choice: 'mine' | 'theirs'): void {
    const conflict = this.#state.conflicts.get(question)
    if (conflict === undefined) return
    this.#kept.set(question, conflict.theirs)
    const conflicts = new Map(this.#state.conflicts)
    conflicts.delete(question)
    this.#update({ conflicts })
    if (choice === 'theirs') this.#show(question, conflict.theirs)
    else {
      this.#waiting.set(question, this.contentOf(question))
      this.retry()
    }
  }

  async #run(): Promise<void> {
    this.#running = true
    for (;;) {
      const [next] = this.#waiting
      if (next === undefined) break
      const [question, content] = next
      if (this.#failures === 0) this.#update({ saved: { state: 'saving' } })
      try {
        const kept = this.#kept.get(question) ?? { ...noContent, version: 0 }
        const { version, answeredAt } = await this.#parts.send(question, content, kept)
        this.#failures = 0
        this.#kept.set(question, { ...content, version })
        // A newer change of the same question may have come meanwhile; it goes next.
        if (this.#waiting.get(question) === content) this.#waiting.delete(question)
        if (this.#waiting.size === 0) this.#update({ saved: { state: 'saved', at: answeredAt } })
      } catch (error) {
        if (!(await this.#recover(question, error))) break
      }
    }
    this.#running = false
  }

  /** Whether to go on sending. */
  async #recover(question: string, error: unknown): Promise<boolean> {
    if (!(error instanceof CallRefused) || error.details.status >= 500) {
      this.#update({ saved: { state: 'offline', waiting: this.#waiting.size } })
      const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 0
      this.#failures += 1
      const woken = new Promise<void>((resolve) => (this.#wake = resolve))
      await Promise.race([this.#parts.wait(pause), woken])
      return true
    }
    if (error.details.code === 'outdated-version') {
      const theirs = this.#parts.readCurrent(question, error.details.current)
      const mine = this.#waiting.get(question) ?? this.contentOf(question)
      this.#waiting.delete(question)
      const conflicts = new Map(this.#state.conflicts).set(question, { mine, theirs })
      this.#update({ conflicts, saved: { state: 'failed', reason: error.details.title } })
      return true
    }
    this.#update({ saved: { state: 'failed', reason: error.details.title } })
    return false
  }

  #show(question: string, content: AnswerContent): void {
    const waiting = this.#waiting.size
    const offline = this.#state.saved.state === 'offline'
    this.#update({
      answers: new Map(this.#state.answers).set(question, content),
      ...(offline && { saved: { state: 'offline', waiting } }),
    })
  }

  #update(change: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
