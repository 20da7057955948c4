import { givesPercent } from './counts-giving.ts'
import type { FigureNode } from './read-figures-yaml.ts'
import { walk } from './read-figures-yaml.ts'
import type { PrintedFraction, PrintedShare } from './printed-figures.ts'

/**
 * A share printed beside the counts it was made of: `x_share` beside `x` and one other count, `x_share_of_y` beside
 * `y`, and `percent` (or a round's name) beside `yes` and `n`.
 */
export function sharesOfCounts(root: FigureNode): {
  readonly shares: readonly PrintedShare[]
  readonly fractions: readonly PrintedFraction[]
} {
  const shares: PrintedShare[] = []
  const fractions: PrintedFraction[] = []
  for (const node of walk(root)) {
    const numbers = new Map(
      [...node.values].flatMap(([key, { value }]) =>
        typeof value === 'number' ? [[key, value] as const] : [],
      ),
    )
    for (const [key, percent] of numbers) {
      const name = /^(.+)_share(?:_of_(.+))?$/u.exec(key)
      if (name === null) continue
      const [, counted = '', whole] = name
      const others = [...numbers.keys()].filter((other) => other !== key && other !== counted)
      const of = whole ?? (others.length === 1 ? others[0] : undefined)
      const n = of === undefined ? undefined : numbers.get(of)
      if (n === undefined) continue
      const line = node.values.get(key)?.line ?? node.line
      const share = {
        percent,
        decimals: `${percent}`.split('.')[1]?.length ?? 0,
        n,
        sample: node.path.join(' '),
        label: key,
        line,
      }
      shares.push(share)
      const count = numbers.get(counted)
      if (count !== undefined && !givesPercent({ x: count, m: n }, percent, share.decimals))
        fractions.push({ count, of: n, shares: [share], sample: share.sample, n, line })
    }
  }
  return { shares, fractions }
}
