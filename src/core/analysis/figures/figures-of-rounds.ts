import type { FigureNode, FigureValue } from './read-figures-yaml.ts'
import { walk } from './read-figures-yaml.ts'
import { levelsOfRounds, partsOfCommonCases, tableLevelOf } from './levels-of-rounds.ts'
import { partsOfNames } from './parts-of-names.ts'
import type {
  PrintedCount,
  PrintedFigures,
  PrintedFraction,
  PrintedLevels,
  PrintedPart,
  PrintedShare,
  PrintedSpan,
} from './printed-figures.ts'

/** What the file says elsewhere and a figure needs to be judged. */
interface Context {
  readonly rounds: ReadonlySet<string>
  readonly stages: ReadonlySet<string>
  /** Printed sample sizes by `round stage`. */
  readonly sizes: ReadonlyMap<string, number>
  /** The level that the table of cases describes, e.g. `level2`. */
  readonly tableLevel: string | undefined
}

/**
 * Figures of audit rounds: `rounds` names them, `stage_tables` gives each stage's number of cases and dates, and every
 * other mapping below a stage gives percentages per round. Blocks of plain text say nothing that can be counted.
 */
export function figuresOfRounds(root: FigureNode): PrintedFigures {
  const spans = spansOf(root)
  const levels = levelsOfRounds(root, spans)
  const context = contextOf(root, spans, levels)
  const shares: PrintedShare[] = []
  const fractions: PrintedFraction[] = []
  const counts: PrintedCount[] = []
  const parts: PrintedPart[] = []
  for (const [node, stage] of withStage(root, undefined, context)) {
    const own = stage === undefined ? [] : sharesOf(node, stage, context)
    shares.push(...own)
    fractions.push(...fractionsOf(node, own, stage), ...fractionsOfCounts(node, own))
    parts.push(...partsOf(node, stage), ...partsOfNames(node))
    counts.push(...sampleSizes(node, own, context))
  }
  for (const node of walk(root)) counts.push(...countsOf(node))
  parts.push(...partsOfCommonCases(root, levels, context.sizes))
  return { shares, fractions, spans, counts, parts, levels }
}

const dayOrNull = (value: FigureValue | undefined): string | null =>
  typeof value?.value === 'string' ? value.value : null
const numberOrNull = (value: FigureValue | undefined): number | null =>
  typeof value?.value === 'number' ? value.value : null

function contextOf(
  root: FigureNode,
  spans: readonly PrintedSpan[],
  levels: readonly PrintedLevels[],
): Context {
  const rounds = new Set(childOf(root, 'rounds')?.children.map((round) => round.path.at(-1) ?? ''))
  const sizes = new Map<string, number>()
  const stages = new Set<string>()
  for (const { n, isTotal, row, table } of spans) {
    if (n === null || isTotal) continue
    stages.add(row)
    sizes.set(`${table} ${row}`, n)
  }
  return { rounds, stages, sizes, tableLevel: tableLevelOf(levels) }
}

function spansOf(root: FigureNode): readonly PrintedSpan[] {
  return (childOf(root, 'stage_tables')?.children ?? []).flatMap((table) =>
    table.children.map(({ values, line }) => {
      const row = dayOrNull(values.get('stage')) ?? ''
      return {
        table: table.path.at(-1) ?? '',
        row,
        isTotal: row === 'total',
        n: numberOrNull(values.get('n')),
        earliestStart: dayOrNull(values.get('earliest_start')),
        latestEnd: dayOrNull(values.get('latest_end')),
        line,
      }
    }),
  )
}

/** Every mapping with the stage it speaks about: named in it, above it, or by its own key. */
function* withStage(
  node: FigureNode,
  above: string | undefined,
  context: Context,
): Generator<readonly [FigureNode, string | undefined]> {
  const key = node.path.at(-1) ?? ''
  if (key === 'stage_tables') return
  const named = node.values.get('stage')?.value
  const stage = typeof named === 'string' ? named : context.stages.has(key) ? key : above
  yield [node, stage]
  for (const child of node.children) yield* withStage(child, stage, context)
}

/** Values under a round's name are percentages of that round's cases in the stage. */
function sharesOf(node: FigureNode, stage: string, context: Context): readonly PrintedShare[] {
  const level = node.path.find((key) => /^level\d+$/u.test(key))
  const otherLevel = level !== undefined && level !== context.tableLevel
  return [...node.values].flatMap(([round, { value, line }]) => {
    if (!context.rounds.has(round) || typeof value !== 'number') return []
    const n = otherLevel
      ? null
      : (numberOrNull(node.values.get('n')) ?? context.sizes.get(`${round} ${stage}`) ?? null)
    const decimals = `${value}`.split('.')[1]?.length ?? 0
    return [{ percent: value, decimals, n, sample: `${round} ${stage}`, label: node.path.join('.'), line }]
  })
}

const fraction = /(?<![\d.,/-])(\d+)\s*(?:\/|of|af|ud af|out of)\s*(\d+)(?![\d.,/-])/giu
const percentage = /(\d+(?:[.,]\d+)?)\s*(?:%|pct\.?|per cent|procent)/giu

/** Counts in the words beside percentages. A percentage quoted in the words says which one they explain. */
function fractionsOf(
  node: FigureNode,
  shares: readonly PrintedShare[],
  stage: string | undefined,
): readonly PrintedFraction[] {
  if (stage === undefined || shares.length === 0) return []
  return [...node.values.values()].flatMap(({ value, line }) => {
    if (typeof value !== 'string') return []
    const quoted = [...value.matchAll(percentage)].map((match) => Number((match[1] ?? '').replace(',', '.')))
    const meant = shares.filter((share) => quoted.length === 0 || quoted.includes(share.percent))
    const [first] = meant
    return [...value.matchAll(fraction)].map((match) => ({
      count: Number(match[1]),
      of: Number(match[2]),
      shares: meant,
      sample: first?.sample ?? stage,
      n: first?.n ?? null,
      line,
    }))
  })
}

/**
 * A count printed beside percentages: `yes` or `no` of `n`, or of the stage's cases. It must give one of the percentages,
 * which of them the row does not say.
 */
function fractionsOfCounts(node: FigureNode, shares: readonly PrintedShare[]): readonly PrintedFraction[] {
  const [first] = shares
  if (first === undefined) return []
  return ['yes', 'no', 'count'].flatMap((name) => {
    const stated = node.values.get(name)
    const of = numberOrNull(node.values.get('n')) ?? first.n
    return typeof stated?.value === 'number' && of !== null
      ? [{ count: stated.value, of, shares, sample: first.sample, n: of, line: stated.line }]
      : []
  })
}

/**
 * A number whose source note quotes other numbers for it. Source numbers with leading zeros (`001`) and years are no
 * counts.
 */
function countsOf(node: FigureNode): readonly PrintedCount[] {
  return [...node.values].flatMap(([what, { value, comment, line }]) => {
    if (typeof value !== 'number' || comment === null) return []
    const quoted = [...comment.replaceAll(/"[^"]*"/gu, '').matchAll(/(?<![\d.,])([1-9]\d*)(?![\d.,]|\s*%)/gu)]
    const counts = quoted.map((match) => Number(match[1]))
    return counts.includes(value) ? [{ what, counts: [value, ...counts], line }] : []
  })
}

/** `n` with counts per level, or with `yes` and `no`: none may exceed it, nor both together. */
function partsOf(node: FigureNode, stage: string | undefined): readonly PrintedPart[] {
  const whole = numberOrNull(node.values.get('n'))
  if (whole === null) return []
  const counts = [...node.values].flatMap(([key, { value, line }]) =>
    typeof value === 'number' && /^(?:yes|no|count|level\d+)$/u.test(key)
      ? [{ key, what: `${stage ?? ''} ${key}`.trim(), part: value, whole, line }]
      : [],
  )
  const [yes, no] = ['yes', 'no'].map((name) => counts.find(({ key }) => key === name))
  if (yes === undefined || no === undefined || yes.part > whole || no.part > whole) return counts
  return [...counts, { ...no, what: `${stage ?? ''} yes + no`.trim(), part: yes.part + no.part }]
}

/** A sample size given beside a percentage must be the stage's in the table of cases. */
function sampleSizes(
  node: FigureNode,
  shares: readonly PrintedShare[],
  context: Context,
): readonly PrintedCount[] {
  const stated = node.values.get('n')
  const n = numberOrNull(stated)
  return shares.flatMap(({ sample, n: used }) => {
    const size = context.sizes.get(sample)
    if (n === null || used === null || size === undefined) return []
    return [{ what: `${sample} (n)`, counts: [size, n], line: stated?.line ?? node.line }]
  })
}

function childOf(node: FigureNode, key: string): FigureNode | undefined {
  return node.children.find((child) => child.path.at(-1) === key)
}
