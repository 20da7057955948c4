import { findLikelyWord } from '../programme/did-you-mean.ts'
import { comparable } from '../tabular/column-names.ts'
import type { EventMapping } from './event-mapping.ts'

/** A kind of event as the rules name it. */
export interface EventKindName {
  readonly key: string
  readonly name: { readonly da: string; readonly en: string }
  readonly aliases: readonly string[]
}

/** What a word of the source stands for: the number of a kind, or that it is left out, or that nobody knows it. */
export const leftOutKind = -1
const unknownEventKind = -2

/** Finds the kind that a source means by a word: what its mapping says, else a key, name or alias of the rules. */
export class EventKinds {
  readonly keys: readonly string[]
  readonly #numbers = new Map<string, number>()
  readonly #words: readonly string[]
  readonly #mapping: EventMapping

  constructor(kinds: readonly EventKindName[], mapping: EventMapping) {
    this.keys = kinds.map(({ key }) => key)
    this.#mapping = mapping
    this.#words = kinds.flatMap(({ key, name, aliases }) => [key, name.da, name.en, ...aliases])
    for (const [at, { key, name, aliases }] of kinds.entries())
      for (const word of [key, name.da, name.en, ...aliases])
        if (!this.#numbers.has(comparable(word))) this.#numbers.set(comparable(word), at)
    for (const [at, { key }] of kinds.entries()) this.#numbers.set(comparable(key), at)
  }

  numberOf(word: string): number {
    const { kinds, leftOut } = this.#mapping
    const compared = comparable(word)
    const mapped = kinds.get(compared)
    if (mapped !== undefined) return this.keys.indexOf(mapped)
    if (leftOut !== 'others' && leftOut.has(compared)) return leftOutKind
    return this.#numbers.get(compared) ?? (leftOut === 'others' ? leftOutKind : unknownEventKind)
  }

  findLikely(word: string): string | undefined {
    return findLikelyWord(word, this.#words)
  }
}
