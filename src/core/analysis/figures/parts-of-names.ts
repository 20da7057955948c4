import type { PrintedPart } from './printed-figures.ts'
import type { FigureNode } from './read-figures-yaml.ts'

/** Names that say a number is no count of things. */
const noCount = /(?:^|_)(?:share|percent|pct|days|mean|level\d+)(?:_|$)/u

/**
 * Parts and wholes that the names in one mapping tell: `things_total` (or `total_things`) is the whole of every `x_things`,
 * and `x_things` of every other `x_…`. So `baseline_held` can be no more than `baseline_questions`, and those no more
 * than `questions_total`.
 */
export function partsOfNames({ path, values }: FigureNode): readonly PrintedPart[] {
  const counts = [...values].flatMap(([name, { value, line }]) =>
    typeof value === 'number' && !noCount.test(name) ? [{ name, value, line }] : [],
  )
  const where = path.join('.')
  return counts.flatMap((whole) => {
    const isPart = partTest(
      whole.name,
      counts.map(({ name }) => name),
    )
    return counts
      .filter(({ name }) => name !== whole.name && isPart(name))
      .map(({ name, value, line }) => ({
        what: `${where}.${name} (${whole.name})`,
        part: value,
        whole: whole.value,
        line,
      }))
  })
}

function partTest(whole: string, names: readonly string[]): (name: string) => boolean {
  const things = /^(.+)_total$/u.exec(whole)?.[1] ?? /^total_(.+)$/u.exec(whole)?.[1]
  if (things !== undefined) return (name) => name.endsWith(`_${things}`)
  const [, kind, counted] = /^([^_]+)_(.+)$/u.exec(whole) ?? []
  // Only a name that other names of the mapping treat as a kind of thing is a whole: `baseline_questions` beside `questions_total`.
  const isThing = names.some((name) => name === `${counted}_total` || name === `total_${counted}`)
  return isThing ? (name) => name.startsWith(`${kind}_`) : () => false
}
