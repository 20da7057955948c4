import { createHash } from 'node:crypto'
import { getId } from '../storage/ids.ts'

/** A stream of pseudo-random numbers that its label decides: the demo is the same on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
}

/** Mulberry32 (public domain), seeded by SHA-256 of the label. Good enough to look real; no draw is ever made with it. */
export function chance(label: string): Chance {
  let state = createHash('sha256').update(`demo ${label}`).digest().readUInt32LE(0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[between(0, from.length - 1)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** An id that its label decides (UUID version 8, RFC 9562). */
// The caller names what the id identifies; nothing else could.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function demoId<T extends ReturnType<typeof getId>>(label: string): T {
  const hex = createHash('sha256').update(`demo id ${label}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return getId<T>(text)
}
