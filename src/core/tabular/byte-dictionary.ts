import { tidyCell } from './tidy-cell.ts'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * Numbers for the distinct texts of a column, found by their bytes, so that a million cells need no million strings.
 * 0 is the empty text; the others count up in the order they are first met.
 */
export class ByteDictionary {
  /** Open addressing: a key's number and one, or 0. */
  #slots = new Int32Array(256)
  #hashes = new Int32Array(128)
  #values = new Int32Array(128)
  /** Where each key ends in the arena; it begins where the one before ends. */
  #ends = new Uint32Array(129)
  #arena = new Uint8Array(2048)
  #keys = 0
  /** The key that first brought a value, from 1. */
  #keyOf: number[] = [-1]
  readonly #texts: (string | undefined)[] = ['']

  /** How many texts there are, the empty one included. */
  get size(): number {
    return this.#keyOf.length
  }

  /** The number of a text, which is added if it is new. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    // The low bits of this hash (FNV-1a) are its weakest.
    hash ^= hash >>> 15
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (;;) {
      const key = (this.#slots[slot] ?? 0) - 1
      if (key < 0) break
      if (this.#hashes[key] === hash && this.#is(key, bytes, start, end)) return this.#values[key] ?? 0
      slot = (slot + 1) & mask
    }
    return this.#add(hash, slot, bytes, start, end)
  }

  numberOfText(text: string): number {
    const bytes = encoder.encode(text)
    return this.numberOf(bytes, 0, bytes.length)
  }

  textOf(number: number): string {
    const known = this.#texts[number]
    if (known !== undefined) return known
    const key = this.#keyOf[number] ?? 0
    const text = decoder.decode(this.#arena.subarray(this.#startOf(key), this.#ends[key]))
    this.#texts[number] = text
    return text
  }

  #startOf(key: number): number {
    return key === 0 ? 0 : (this.#ends[key - 1] ?? 0)
  }

  #is(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#startOf(key)
    if ((this.#ends[key] ?? 0) - from !== end - start) return false
    const arena = this.#arena
    for (let at = 0; at < end - start; at += 1) if (arena[from + at] !== bytes[start + at]) return false
    return true
  }

  #add(hash: number, slot: number, bytes: Uint8Array, start: number, end: number): number {
    const key = this.#keys
    if (key === this.#values.length) this.#growKeys()
    const from = this.#startOf(key)
    const to = from + end - start
    if (to > this.#arena.length) {
      const larger = new Uint8Array(Math.max(to, this.#arena.length * 2))
      larger.set(this.#arena)
      this.#arena = larger
    }
    this.#arena.set(bytes.subarray(start, end), from)
    this.#ends[key] = to
    this.#hashes[key] = hash
    this.#slots[slot] = key + 1
    this.#keys += 1
    if (this.#keys * 2 > this.#slots.length) this.#growSlots()
    // Set before, so that a tidied text that is the same one finds itself.
    const value = this.#keyOf.length
    this.#values[key] = value
    const tidied = isAscii(bytes, start, end) ? undefined : this.#tidied(bytes, start, end)
    if (tidied === undefined) {
      this.#keyOf.push(key)
      return value
    }
    const same = this.numberOfText(tidied)
    this.#values[key] = same
    return same
  }

  /** The text as the other readers of tables give it, where that is another: `å` in one character, no blanks around. */
  #tidied(bytes: Uint8Array, start: number, end: number): string | undefined {
    const text = decoder.decode(bytes.subarray(start, end))
    const tidied = tidyCell(text)
    return tidied === text ? undefined : tidied
  }

  #growKeys(): void {
    const length = this.#values.length * 2
    const [hashes, values, ends] = [new Int32Array(length), new Int32Array(length), new Uint32Array(length)]
    hashes.set(this.#hashes)
    values.set(this.#values)
    ends.set(this.#ends.subarray(0, this.#keys))
    this.#hashes = hashes
    this.#values = values
    this.#ends = ends
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let key = 0; key < this.#keys; key += 1) {
      let slot = (this.#hashes[key] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = key + 1
    }
    this.#slots = slots
  }
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > 127) return false
  return true
}
