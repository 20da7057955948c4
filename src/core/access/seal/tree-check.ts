import type { Buffer } from 'node:buffer'
import { encodeEntry, type Log, type SealedEntry } from './entry.ts'
import type { EntryName, FindingList } from './finding.ts'
import { headDigest, noHeadBefore, type SignedHead } from './head.ts'
import { findTree, leafHash, MerkleTree } from './merkle-tree.ts'
import { SwapSearch } from './swap-search.ts'

/** A row of log_seal with the entry it stands for, when that is there. */
export interface StoredSeal {
  readonly position: number
  readonly log: Log
  readonly entryId: string
  readonly leaf: Buffer
  readonly entry: SealedEntry | undefined
  /** Hex: what the entry hashes to, as an entry of its own says, since a purge took something out of it. */
  readonly redacted: string | undefined
}

export interface StoredHead {
  readonly head: SignedHead
  readonly peaks: Buffer
}

/** False: the signature does not fit or its key is not among ours. Undefined: no keys were given. */
export type Verifies = (head: SignedHead) => boolean | undefined

interface Suspect {
  readonly seal: StoredSeal
  /** What the leaf would be for the entry as it is now. */
  readonly computed: Buffer | undefined
}

/** A batch with more of them has been rewritten as a whole. */
const mostSuspects = 10_000

/**
 * Holds entries, seals and heads of one municipality against each other as they come in their order. Two trees grow
 * where an entry does not fit its seal, one of the seals and one of the entries: whichever fits the signed head says
 * what was changed. After each head that can be trusted both begin anew from it, so that one break hides no later one.
 */
export class TreeCheck {
  readonly #findings: FindingList
  readonly #verifies: Verifies
  readonly #swaps: SwapSearch
  #tree = new MerkleTree()
  /** Of the entries as they are now; undefined while that is the same tree. */
  #other: MerkleTree | undefined
  /** The next position there should be. */
  #next = 1
  /** Seals are missing, so no tree can be right until the next head. */
  #broken = false
  #suspects: Suspect[] = []
  #missing: { from: number; to: number }[] = []
  #batch: { from: number; first: EntryName; last: EntryName } | undefined
  #redacted = 0
  #last: SignedHead | undefined
  #lastSound = true

  constructor(findings: FindingList, verifies: Verifies) {
    this.#findings = findings
    this.#verifies = verifies
    this.#swaps = new SwapSearch(findings)
  }

  get last(): SignedHead | undefined {
    return this.#last
  }

  /** Entries that are no more what was sealed, and are what the purge left of them. */
  get redacted(): number {
    return this.#redacted
  }

  /** Seals come by position, before the first head that covers them. */
  seal(seal: StoredSeal): void {
    if (seal.position !== this.#next) {
      if (seal.position > this.#next) this.#missing.push({ from: this.#next, to: seal.position - 1 })
      this.#broken = true
    }
    this.#next = seal.position + 1
    const name = nameOf(seal)
    this.#batch = { from: this.#batch?.from ?? seal.position, first: this.#batch?.first ?? name, last: name }
    const found = seal.entry === undefined ? undefined : leafHash(encodeEntry(seal.entry))
    const redacted =
      found !== undefined && !found.equals(seal.leaf) && found.toString('hex') === seal.redacted
    if (redacted) this.#redacted += 1
    const computed = redacted ? seal.leaf : found
    const fits = computed?.equals(seal.leaf) === true
    if (!fits) {
      if (this.#suspects.length < mostSuspects) this.#suspects.push({ seal, computed })
      this.#other ??= this.#tree.copy()
    }
    this.#tree.append(seal.leaf)
    this.#other?.append(computed ?? seal.leaf)
  }

  head({ head, peaks }: StoredHead): void {
    const stored = findTree(head.size, peaks)
    const peaksFit = stored !== undefined && rootOf(stored) === head.root
    const fits = (tree: MerkleTree | undefined): boolean =>
      !this.#broken && tree?.size === head.size && rootOf(tree) === head.root
    const entriesFit = fits(this.#other)
    const sealsFit = fits(this.#tree)
    const linked = this.#checkLink(head)
    const sound = (linked && peaksFit && (sealsFit || entriesFit)) || this.#verifies(head) !== false
    if (sound && this.#next <= head.size) {
      this.#missing.push({ from: this.#next, to: head.size })
      this.#broken = true
      this.#next = head.size + 1
    }
    if (!sound || !peaksFit) this.#findings.add({ kind: 'head-edited', head: head.number, sealed: head.time })
    else if (!linked && this.#last !== undefined && this.#lastSound)
      this.#findings.add({ kind: 'head-edited', head: this.#last.number, sealed: this.#last.time })
    this.#tellBatch(head.time, entriesFit && !sealsFit)
    if (sound && !sealsFit && !entriesFit && !this.#broken && this.#batch !== undefined)
      this.#findings.add({ ...this.#batch, kind: 'seals-differ', to: this.#next - 1, sealed: head.time })
    if (sound && peaksFit) {
      this.#tree = stored
      this.#broken = false
    } else if (entriesFit && !sealsFit && this.#other !== undefined) this.#tree = this.#other
    this.#other = undefined
    this.#batch = undefined
    this.#last = head
    this.#lastSound = sound && peaksFit
  }

  end(): void {
    this.#tellBatch(this.#last?.time ?? '', false)
    if (this.#batch !== undefined)
      this.#findings.add({ kind: 'seals-unsigned', from: this.#batch.from, to: this.#next - 1 })
    this.#swaps.end()
  }

  /** Whether a head follows the one before; false when it does not point back to it. */
  #checkLink(head: SignedHead): boolean {
    const expected = (this.#last?.number ?? 0) + 1
    if (head.number > expected) {
      this.#findings.add({ kind: 'heads-missing', from: expected, to: head.number - 1 })
      return true
    }
    return head.previous === (this.#last === undefined ? noHeadBefore : headDigest(this.#last))
  }

  #tellBatch(sealed: string, sealsChanged: boolean): void {
    for (const missing of this.#missing) this.#findings.add({ kind: 'seals-missing', ...missing, sealed })
    for (const { seal, computed } of this.#suspects) {
      const { position } = seal
      const entry = nameOf(seal)
      if (computed === undefined || seal.entry === undefined)
        this.#findings.add({ kind: 'entry-deleted', entry, position, sealed })
      else if (sealsChanged) this.#findings.add({ kind: 'seal-edited', entry, position, sealed })
      else this.#swaps.edited({ name: entry, entry: seal.entry, leaf: seal.leaf, position, sealed })
    }
    this.#missing = []
    this.#suspects = []
  }
}

function nameOf({ log, entryId, entry }: StoredSeal): EntryName {
  return { log, id: entryId, at: entry?.at ?? null }
}

function rootOf(tree: MerkleTree): string {
  return tree.root().toString('hex')
}
