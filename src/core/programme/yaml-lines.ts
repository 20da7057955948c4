import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Document, LineCounter, Node, Pair, YAMLMap } from 'yaml'

/** Way to a value in the file: keys of maps and positions in lists (from 0). */
export type KeyPath = readonly PropertyKey[]

/** Finds the line of the value at a path, or of the nearest part around it that is there; in a map the line of its key. */
export function lineFinder(document: Document.Parsed, lines: LineCounter): (path: KeyPath) => number {
  // A file can have thousands of wrong keys in one map: each map is indexed once.
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()
  const findPair = (map: YAMLMap, key: string): Pair | undefined => {
    const known = indexes.get(map)
    const index = known ?? indexKeys(map)
    if (known === undefined) indexes.set(map, index)
    return index.get(key)
  }
  return (path) => {
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    for (const step of path) {
      const container = isAlias(node) ? node.resolve(document) : node
      if (isMap(container)) {
        const pair = findPair(container, String(step))
        if (pair === undefined) break
        offset = startOf(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(container)) {
        const item: unknown = container.items[Number(step)]
        if (item === undefined) break
        offset = startOf(item) ?? offset
        node = item
      } else break
    }
    return lines.linePos(offset).line
  }
}

function indexKeys(map: YAMLMap): ReadonlyMap<string, Pair> {
  return new Map(
    map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
  )
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key)
  // Only nodes carry a range; anything else in the tree has none and falls back to what encloses it.
  return typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range?.[0] : undefined
}

/** `levels[2].selection.quotas[1].take`: positions count from 1, as a person does. */
export function formatPath(path: KeyPath): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step + 1}]`
    return written === '' ? String(step) : `${written}.${String(step)}`
  }, '')
}
