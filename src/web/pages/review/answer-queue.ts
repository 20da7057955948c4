import { CallRefused } from '../../../contract/client.ts'
import {
  contentOnly,
  noContent,
  sameContent,
  type AnswerContent,
} from '../../../core/review/answer-content.ts'
import type { Draft } from '../../drafts/draft.ts'
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
  ) => Promise<{ readonly version: number; readonly answeredAt?: string }>
  /** What stands, from the `current` of an `outdated-version` refusal. */
  readonly readCurrent: (question: string, current: unknown) => KeptAnswer
  /** Keeps what the server has not acknowledged where a killed browser does not lose it; resolves to whether it did. */
  readonly keep: (drafts: readonly Draft[]) => Promise<boolean>
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
  /** Sent, but no answer came: the server may have it. */
  readonly #sent = new Map<string, AnswerContent>()
  /** As the server would not take it; it waits for the person to mend it, and holds up nothing else. */
  readonly #refused = new Map<string, AnswerContent>()
  readonly #listeners = new Set<() => void>()
  #state: QueueState
  #running = false
  #stopped = false
  #failures = 0
  #draftsKept = false
  #keeping: Promise<boolean> = Promise.resolve(true)
  #conflictReason = ''
  #refusedReason = ''
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

  isWaiting(question: string): boolean {
    return this.#waiting.has(question)
  }

  /** What the server has, of something that came later than the answers; what was restored has its own base. */
  know(question: string, kept: KeptAnswer): void {
    if (this.#kept.has(question)) return
    this.#kept.set(question, kept)
    this.#show(question, kept)
  }

  change(question: string, content: AnswerContent): void {
    if (sameContent(this.contentOf(question), content)) return
    this.#waiting.set(question, content)
    this.#show(question, content)
    this.#keepDrafts()
    this.retry()
  }

  /**
   * Takes up what an earlier tab could not send. It goes to the server with the version it grew from, so that what was
   * answered elsewhere meanwhile becomes a conflict and stays.
   */
  restore(drafts: readonly Draft[]): void {
    for (const { question, content, base, sent } of drafts) {
      if (this.#waiting.has(question) || sameContent(this.contentOf(question), content)) continue
      this.#kept.set(question, base)
      if (sent !== null) this.#sent.set(question, sent)
      this.#waiting.set(question, content)
      this.#show(question, content)
    }
    this.#keepDrafts()
    this.retry()
  }

  /** Tries again now, e.g. because the network came back. */
  retry(): void {
    this.#wake()
    if (!this.#running && this.#waiting.size > 0) void this.#run()
  }

  /** When the newest drafts are on the disk; false when they could not be kept. */
  draftsSettled(): Promise<boolean> {
    return this.#keeping
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped = true
    this.#wake()
  }

  settle(question: string, choice: 'mine' | 'theirs'): void {
    const conflict = this.#state.conflicts.get(question)
    if (conflict === undefined) return
    this.#kept.set(question, conflict.theirs)
    const conflicts = new Map(this.#state.conflicts)
    conflicts.delete(question)
    this.#update({ conflicts })
    if (choice === 'mine') this.#waiting.set(question, this.contentOf(question))
    else {
      this.#show(question, conflict.theirs)
      if (this.unsaved === 0) this.#update({ saved: { state: 'saved' } })
    }
    this.#keepDrafts()
    this.retry()
  }

  async #run(): Promise<void> {
    this.#running = true
    while (!this.#stopped) {
      const next = this.#next()
      if (next === undefined) break
      const [question, newest] = next
      if (this.#failures === 0) this.#update({ saved: { state: 'saving' } })
      // What the server may have already goes first and again: it says which version a newer change grows from.
      const content = this.#sent.get(question) ?? newest
      this.#sent.set(question, content)
      try {
        const { version, answeredAt } = await this.#parts.send(question, content, this.#baseOf(question))
        this.#failures = 0
        this.#sent.delete(question)
        this.#refused.delete(question)
        this.#kept.set(question, { ...content, version })
        // A newer change of the same question may have come meanwhile; it goes next.
        const wanted = this.#waiting.get(question)
        if (wanted !== undefined && sameContent(wanted, content)) this.#waiting.delete(question)
        this.#keepDrafts()
        if (this.#next() === undefined) this.#update({ saved: this.#whenSent(answeredAt) })
      } catch (error) {
        if (!(await this.#recover(question, content, error))) break
      }
    }
    this.#running = false
  }

  #next(): [string, AnswerContent] | undefined {
    return [...this.#waiting].find(([question, content]) => {
      const refused = this.#refused.get(question)
      return refused === undefined || !sameContent(refused, content)
    })
  }

  /** Whether to go on sending. */
  async #recover(question: string, content: AnswerContent, error: unknown): Promise<boolean> {
    if (!(error instanceof CallRefused) || error.details.status >= 500) {
      this.#update({ saved: { state: 'offline', waiting: this.#waiting.size, kept: this.#draftsKept } })
      this.#keepDrafts()
      const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 0
      this.#failures += 1
      const woken = new Promise<void>((resolve) => (this.#wake = resolve))
      await Promise.race([this.#parts.wait(pause), woken])
      return true
    }
    // Refused is not carried out.
    this.#sent.delete(question)
    this.#failures = 0
    if (error.details.code === 'outdated-version') {
      const theirs = this.#parts.readCurrent(question, error.details.current)
      const mine = this.#waiting.get(question) ?? this.contentOf(question)
      this.#waiting.delete(question)
      const conflicts = new Map(this.#state.conflicts).set(question, { mine, theirs })
      this.#conflictReason = error.details.title
      this.#fail(error.details.title, { conflicts })
      return true
    }
    const { status, title, errors: [wrong] = [] } = error.details
    if (status !== 400) {
      this.#fail(title)
      return false
    }
    this.#refused.set(question, content)
    this.#refusedReason = wrong?.text ?? title
    this.#fail(this.#refusedReason)
    return true
  }

  #fail(reason: string, more: Partial<QueueState> = {}): void {
    this.#update({ ...more, saved: { state: 'failed', reason, kept: this.#draftsKept } })
    this.#keepDrafts()
  }

  /** What was refused, or a conflict still to be decided, is not to be hidden by the answers that were saved after it. */
  #whenSent(at: string | undefined): Saved {
    const stuck = this.#waiting.size > 0
    if (this.#state.conflicts.size === 0 && !stuck) return { state: 'saved', ...(at !== undefined && { at }) }
    const reason = stuck ? this.#refusedReason : this.#conflictReason
    return { state: 'failed', reason, kept: this.#draftsKept }
  }

  #baseOf(question: string): AnswerContent & { readonly version: number } {
    return this.#kept.get(question) ?? { ...noContent, version: 0 }
  }

  #keepDrafts(): void {
    const drafts: Draft[] = []
    const add = (question: string, content: AnswerContent) => {
      const { version, ...base } = this.#baseOf(question)
      const sent = this.#sent.get(question)
      drafts.push({
        question,
        content: contentOnly(content),
        base: { ...contentOnly(base), version },
        sent: sent === undefined ? null : contentOnly(sent),
      })
    }
    for (const [question, content] of this.#waiting) add(question, content)
    for (const [question, { mine }] of this.#state.conflicts)
      if (!this.#waiting.has(question)) add(question, mine)
    this.#keeping = this.#parts.keep(drafts)
    void this.#tellWhetherKept(this.#keeping)
  }

  async #tellWhetherKept(keeping: Promise<boolean>): Promise<void> {
    this.#draftsKept = await keeping
    const { saved } = this.#state
    if ((saved.state === 'offline' || saved.state === 'failed') && saved.kept !== this.#draftsKept)
      this.#update({ saved: { ...saved, kept: this.#draftsKept } })
  }

  #show(question: string, content: AnswerContent): void {
    const waiting = this.#waiting.size
    const offline = this.#state.saved.state === 'offline'
    this.#update({
      answers: new Map(this.#state.answers).set(question, content),
      ...(offline && { saved: { state: 'offline', waiting, kept: this.#draftsKept } }),
    })
  }

  #update(change: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
