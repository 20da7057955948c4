/**
 * A ring of nodes, each leading to the next and the last to the first, whose edges cost less than nothing together;
 * undefined where there is none (Bellman and Ford). `cost` holds the edge from `a` to `b` at `a * size + b`, Infinity
 * where there is none.
 */
export function findNegativeRing(size: number, cost: Float64Array): readonly number[] | undefined {
  const distance = new Float64Array(size)
  const before = new Int32Array(size).fill(-1)
  for (let pass = 0; pass < size; pass += 1) {
    let changed = false
    for (let from = 0; from < size; from += 1)
      for (let to = 0; to < size; to += 1) {
        const through = (distance[from] ?? 0) + (cost[from * size + to] ?? Infinity)
        if (through >= (distance[to] ?? 0)) continue
        distance[to] = through
        before[to] = from
        changed = true
      }
    if (!changed) return undefined
    // Mostly there after a pass or two, long before the last one proves it.
    const ring = findRing(before)
    if (ring !== undefined) return ring
  }
  return undefined
}

/** A ring among "came from" links: in Bellman and Ford's they only ever are of negative cost. */
function findRing(before: Int32Array): readonly number[] | undefined {
  const seenFrom = new Int32Array(before.length).fill(-1)
  for (let start = 0; start < before.length; start += 1) {
    let at = start
    while (at >= 0 && seenFrom[at] === -1) {
      seenFrom[at] = start
      at = before[at] ?? -1
    }
    if (at < 0 || seenFrom[at] !== start) continue
    const ring = [at]
    for (let node = before[at] ?? -1; node !== at && node >= 0; node = before[node] ?? -1) ring.unshift(node)
    return ring
  }
  return undefined
}
