import type { Log } from './entry.ts'

export interface EntryName {
  readonly log: Log
  readonly id: string
  /** As the row says now, seconds since 1970; null when the row is gone. */
  readonly at: string | null
}

/** `sealed`: time of the signed head that should cover it, seconds since 1970. Positions count sealed entries from 1. */
export type Finding =
  | {
      readonly kind: 'entry-edited'
      readonly entry: EntryName
      readonly position: number
      readonly sealed: string
    }
  | {
      readonly kind: 'entry-deleted'
      readonly entry: EntryName
      readonly position: number
      readonly sealed: string
    }
  | {
      readonly kind: 'entries-swapped'
      readonly entry: EntryName
      readonly other: EntryName
      readonly sealed: string
    }
  /** The sealer had already looked past it: it was put there afterwards, or its seal was taken away. */
  | { readonly kind: 'entry-inserted'; readonly entry: EntryName }
  /** The entry is as it was sealed; its seal is not. */
  | {
      readonly kind: 'seal-edited'
      readonly entry: EntryName
      readonly position: number
      readonly sealed: string
    }
  | { readonly kind: 'seals-missing'; readonly from: number; readonly to: number; readonly sealed: string }
  /** Entry and seal fit each other but not the signed head: both were changed, or seals changed places. */
  | {
      readonly kind: 'seals-differ'
      readonly from: number
      readonly to: number
      readonly first: EntryName
      readonly last: EntryName
      readonly sealed: string
    }
  /** Seals after the last head, which nobody signed. */
  | { readonly kind: 'seals-unsigned'; readonly from: number; readonly to: number }
  | { readonly kind: 'heads-missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'head-edited'; readonly head: number; readonly sealed: string }
  /** A written-out head says more than the database has: the end is gone, entries, seals and heads. */
  | {
      readonly kind: 'cut-off'
      readonly head: number
      readonly size: number
      readonly has: number
      readonly sealed: string
    }
  /** The database has another head of that number than was written out. */
  | { readonly kind: 'head-replaced'; readonly head: number; readonly sealed: string }
  | { readonly kind: 'line-edited'; readonly line: number }
  /** There are entries and no seals at all. */
  | { readonly kind: 'nothing-sealed' }

/** Findings of one municipality. The first ones are kept, the rest counted. */
export class FindingList {
  readonly #kept: Finding[] = []
  #count = 0

  add(finding: Finding): void {
    this.#count += 1
    if (this.#kept.length < mostKept) this.#kept.push(finding)
  }

  get kept(): readonly Finding[] {
    return this.#kept
  }

  get count(): number {
    return this.#count
  }
}

/** Nobody reads more lines of one run; what is behind them is counted. */
const mostKept = 1000
