/** A part of a published total that is itself not published. */
export interface HiddenPart {
  readonly value: number
  /** Every value that a reader must reckon with, who knows why parts are hidden. Ascending. */
  readonly possible: readonly number[]
  /** A small count: it must not be narrowed down. */
  readonly secret: boolean
}

/**
 * Whether the parts stay hidden when their total is known: each secret one can still be at least `width` apart at its
 * ends. The reader is taken to know the total exactly and to try all combinations (sums of sets, as bits of a number).
 */
export function staysHidden(parts: readonly HiddenPart[], width: number): boolean {
  if (!parts.some(({ secret }) => secret)) return true
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const sets = parts.map(({ possible }) => possible)
  const before = sumsOf(sets, total)
  // Sums of the parts after each one, counted down from the total, so that what is missing can be looked up.
  const after = sumsOf(sets.toReversed(), total).map((sums) => mirrored(sums, total))
  return parts.every(({ possible, secret }, at) => {
    if (!secret) return true
    const [sums = 0n, rest = 0n] = [before[at], after[parts.length - 1 - at]]
    const fits = (value: number) => (sums & (rest >> BigInt(value))) !== 0n
    const [least, most] = [possible.find(fits), possible.findLast(fits)]
    return least !== undefined && most !== undefined && most - least >= width
  })
}

/** Bit s of element i: some choice from the first i sets adds up to s. One element more than sets. */
function sumsOf(sets: readonly (readonly number[])[], most: number): readonly bigint[] {
  const cut = (1n << BigInt(most + 1)) - 1n
  const sums = [1n]
  for (const set of sets) {
    const last = sums.at(-1) ?? 1n
    let next = 0n
    for (const value of set) if (value <= most) next |= last << BigInt(value)
    sums.push(next & cut)
  }
  return sums
}

/** Bit s becomes bit most - s. */
function mirrored(bits: bigint, most: number): bigint {
  let mirror = 0n
  for (let bit = 0; bit <= most; bit++) if ((bits >> BigInt(bit)) & 1n) mirror |= 1n << BigInt(most - bit)
  return mirror
}
