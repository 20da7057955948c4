/** Counts alike things, by what they are alike in. */
export class Tally<Of extends Readonly<Record<string, unknown>>> {
  readonly #rows = new Map<string, { readonly of: Of; count: number; sum: number }>()

  add(of: Of, count = 1, sum = 0): void {
    const name = JSON.stringify(Object.values(of))
    const known = this.#rows.get(name)
    if (known === undefined) this.#rows.set(name, { of, count, sum })
    else {
      known.count += count
      known.sum += sum
    }
  }

  list<T extends object>(counts: (row: { readonly count: number; readonly sum: number }) => T): (Of & T)[] {
    return [...this.#rows.values()].map((row) => ({ ...row.of, ...counts(row) }))
  }
}
