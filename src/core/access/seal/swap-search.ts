import type { Buffer } from 'node:buffer'
import { encodeEntry, type SealedEntry } from './entry.ts'
import type { EntryName, FindingList } from './finding.ts'
import { leafHash } from './merkle-tree.ts'

export interface EditedEntry {
  readonly name: EntryName
  readonly entry: SealedEntry
  /** Of its seal. */
  readonly leaf: Buffer
  readonly position: number
  readonly sealed: string
}

/** Every pair is tried; beyond this many edited entries they are told one by one. */
const mostTried = 200

/** Tells edited entries, and those two by two that have only changed places. */
export class SwapSearch {
  readonly #findings: FindingList
  readonly #edited: EditedEntry[] = []

  constructor(findings: FindingList) {
    this.#findings = findings
  }

  edited(edited: EditedEntry): void {
    if (this.#edited.length < mostTried) this.#edited.push(edited)
    else this.#tell(edited)
  }

  end(): void {
    const told = new Set<EditedEntry>()
    for (const [i, one] of this.#edited.entries()) {
      if (told.has(one)) continue
      const other = this.#edited
        .slice(i + 1)
        .find((two) => !told.has(two) && isWhatWasSealed(one, two) && isWhatWasSealed(two, one))
      if (other === undefined) this.#tell(one)
      else {
        told.add(other)
        this.#findings.add({
          kind: 'entries-swapped',
          entry: one.name,
          other: other.name,
          sealed: one.sealed,
        })
      }
    }
  }

  #tell({ name, position, sealed }: EditedEntry): void {
    this.#findings.add({ kind: 'entry-edited', entry: name, position, sealed })
  }
}

/** Whether the row of `one` is what was sealed under the id of `other`. */
function isWhatWasSealed(one: EditedEntry, other: EditedEntry): boolean {
  return (
    one.name.log === other.name.log &&
    leafHash(encodeEntry({ ...one.entry, id: other.name.id })).equals(other.leaf)
  )
}
