/**
 * Chances in proportion to risk that add up to the sample's size: min(1, factor × risk). Whoever would get more than 1 is
 * certain, and the rest share what is left in proportion (Tillé, Sampling Algorithms, 2006, section 2.10).
 */
export class ProportionalChances {
  /** Largest first. */
  readonly #risks: readonly number[]
  /** Sum of the risks from each place on. */
  readonly #sums: Float64Array

  /** Risks above 0; their order plays no part. */
  constructor(risks: readonly number[]) {
    this.#risks = risks.toSorted((a, b) => b - a)
    this.#sums = new Float64Array(risks.length + 1)
    for (let at = risks.length - 1; at >= 0; at -= 1)
      this.#sums[at] = (this.#sums[at + 1] ?? 0) + this.#riskAt(at)
  }

  /** How many cases are certain in a sample of this size; those with the largest risks. */
  countCertain(size: number): number {
    if (size >= this.#risks.length) return this.#risks.length
    // Whoever is not certain leaves everybody with less risk not certain either, so the place can be halved in on.
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >> 1
      if ((size - middle) * this.#riskAt(middle) > (this.#sums[middle] ?? 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The chance of a case is min(1, factor × risk). */
  factorFor(size: number): number {
    const certain = this.countCertain(size)
    const sum = this.#sums[certain] ?? 0
    return certain === this.#risks.length ? Number.POSITIVE_INFINITY : (size - certain) / sum
  }

  #riskAt(place: number): number {
    return this.#risks[place] ?? 0
  }
}

export function chanceOf(risk: number, factor: number): number {
  return Math.min(1, factor * risk)
}
