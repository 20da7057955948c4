import { DraftSeal } from './draft-seal.ts'
import { putDraft, removeDraft } from './draft-store.ts'
import type { Asked, Draft } from './draft.ts'

/** Of sealed text; far more than a form with every comment filled. */
const mostBytes = 2_000_000

/** Name of the lock that a living tab holds on the record it keeps; a killed one holds none. */
export function lockOf(id: string): string {
  return `tilsyn-draft ${id}`
}

interface Keeping {
  readonly id: string
  readonly owner: string
  readonly review: string
  readonly caseId: string
  readonly asked: Asked
  readonly seal: () => Promise<DraftSeal>
}

/** Keeps the newest drafts of one review in one record; writes that overtake each other become one. */
export class DraftKeeper {
  readonly #keeping: Keeping
  #wanted: readonly Draft[] = []
  #running: Promise<boolean> | undefined
  #unlock: (() => void) | undefined
  #ended = false

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  /** Resolves when these or newer ones are on the disk: true; false when they could not be kept. */
  keep(drafts: readonly Draft[]): Promise<boolean> {
    this.#wanted = drafts
    this.#running ??= this.#write().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Keeps nothing more; what lies there stays. */
  end(): void {
    this.#ended = true
    this.#unlock?.()
  }

  async #write(): Promise<boolean> {
    let written: readonly Draft[] | undefined
    try {
      while (written !== this.#wanted && !this.#ended) {
        const drafts = this.#wanted
        if (drafts.length === 0) await removeDraft(this.#keeping.id)
        else await this.#put(drafts)
        written = drafts
      }
      return !this.#ended
    } catch {
      // No key yet, a full disk, a window that keeps nothing: the page says so.
      return false
    }
  }

  async #put(drafts: readonly Draft[]): Promise<void> {
    const { id, owner, review, caseId, asked: all, seal } = this.#keeping
    // A draft's name ends in its question's key.
    const keys = new Set(drafts.map(({ question }) => question.split(' ').at(-1) ?? ''))
    const asked = Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)))
    await this.#lock()
    const record = await (await seal()).seal(id, owner, { review, caseId, asked, drafts })
    if (record.sealed.byteLength > mostBytes) throw new Error('the drafts of a review are too large')
    if (!this.#ended) await putDraft(record)
  }

  async #lock(): Promise<void> {
    if (this.#unlock !== undefined) return
    await new Promise<void>((granted) => {
      void navigator.locks.request(lockOf(this.#keeping.id), async () => {
        granted()
        await new Promise<void>((unlock) => (this.#unlock = unlock))
      })
    })
  }
}
