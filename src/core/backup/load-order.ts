export interface Reference {
  readonly from: string
  readonly to: string
}

/**
 * Tables so that each comes after those it refers to, otherwise by name. References of a table to itself do not
 * matter: they are checked when all its rows are there. Throws on a circle, which our schema does not have.
 */
export function loadOrder(tables: readonly string[], references: readonly Reference[]): readonly string[] {
  const waiting = new Set(tables.toSorted())
  const ordered: string[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (table) => !references.some(({ from, to }) => from === table && to !== table && waiting.has(to)),
    )
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    for (const table of ready) {
      ordered.push(table)
      waiting.delete(table)
    }
  }
  return ordered
}
