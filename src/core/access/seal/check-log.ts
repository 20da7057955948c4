import type { Log } from './entry.ts'
import { FindingList } from './finding.ts'
import type { SignedHead } from './head.ts'
import { TreeCheck, type StoredHead, type StoredSeal, type Verifies } from './tree-check.ts'

/** An entry without a seal. */
export interface UnsealedEntry {
  readonly log: Log
  readonly id: string
  readonly at: string
  /** The sealer had looked past it, so it does not merely wait. */
  readonly overlooked: boolean
}

/** What a municipality's tables hold, in pages, each kind in its order. */
export interface LogSource {
  heads(): AsyncIterable<readonly StoredHead[]>
  seals(): AsyncIterable<readonly StoredSeal[]>
  unsealed(): AsyncIterable<readonly UnsealedEntry[]>
}

export interface LogCheck {
  readonly findings: FindingList
  /** Sealed entries looked at. */
  readonly entries: number
  /** Committed after the newest head: nothing is wrong with them, and nothing proven of them. */
  readonly waiting: number
  /** Sealed more than an hour after the time they bear, though others were sealed in between. */
  readonly datedBack: number
  /** Entries that a purge took something out of; what is left is what the purge's own entry says. */
  readonly redacted: number
  readonly last: SignedHead | undefined
  readonly signed: boolean | undefined
}

/** Seconds. No act of the program takes as long. */
const longestAct = 3600

/** Computes a municipality's tree again from its rows and says where it is not what was signed. */
export async function checkLog(
  source: LogSource,
  verifies: Verifies,
  progress: (entries: number) => void = () => undefined,
): Promise<LogCheck> {
  const findings = new FindingList()
  const check = new TreeCheck(findings, verifies)
  const seals = new Queue(source.seals())
  let entries = 0
  let datedBack = 0
  const take = (seal: StoredSeal): void => {
    const earlier = check.last?.time
    if (
      earlier !== undefined &&
      seal.entry !== undefined &&
      Number(seal.entry.at) + longestAct < Number(earlier)
    )
      datedBack += 1
    check.seal(seal)
    entries += 1
    if (entries % 1000 === 0) progress(entries)
  }
  const takeUntil = async (size: number): Promise<void> => {
    for (;;) {
      // Awaited once a page, not once a seal.
      const seal = seals.first ?? (await seals.load())
      if (seal === undefined || seal.position > size) return
      take(seal)
      seals.drop()
    }
  }
  for await (const page of source.heads())
    for (const stored of page) {
      await takeUntil(stored.head.size)
      check.head(stored)
    }
  await takeUntil(Infinity)
  check.end()
  let waiting = 0
  for await (const page of source.unsealed())
    for (const { log, id, at, overlooked } of page)
      if (overlooked) findings.add({ kind: 'entry-inserted', entry: { log, id, at } })
      else waiting += 1
  const { last } = check
  if (last === undefined && waiting > 0) findings.add({ kind: 'nothing-sealed' })
  const signed = last === undefined ? undefined : verifies(last)
  // The chain binds each head to the last one, so a forged chain ends in a forged head: where does it begin?
  if (signed === false) await tellFirstForged(source, verifies, findings)
  return { findings, entries, waiting, datedBack, redacted: check.redacted, last, signed }
}

async function tellFirstForged(source: LogSource, verifies: Verifies, findings: FindingList): Promise<void> {
  for await (const page of source.heads())
    for (const { head } of page)
      if (verifies(head) === false) {
        const told = findings.kept.some((one) => one.kind === 'head-edited' && one.head === head.number)
        if (!told) findings.add({ kind: 'head-edited', head: head.number, sealed: head.time })
        return
      }
}

/** Pages as one row after the other. */
class Queue<T> {
  readonly #pages: AsyncIterator<readonly T[]>
  #page: readonly T[] = []
  #at = 0

  constructor(pages: AsyncIterable<readonly T[]>) {
    this.#pages = pages[Symbol.asyncIterator]()
  }

  /** Undefined where a page ends. */
  get first(): T | undefined {
    return this.#page[this.#at]
  }

  /** The first of the next page; undefined when there is none. */
  async load(): Promise<T | undefined> {
    const next = await this.#pages.next()
    this.#page = next.done === true ? [] : next.value
    this.#at = 0
    return this.first
  }

  drop(): void {
    this.#at += 1
  }
}
