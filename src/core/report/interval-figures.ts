import type { Interval } from '../analysis/analysis.ts'
import type { ReportContext } from './report-context.ts'
import type { Figure } from './report.ts'

/** Registers both ends of an interval, so that a sentence can name them. */
export function addIntervalEnds(
  { figures }: ReportContext,
  path: readonly (string | number | null)[],
  interval: Interval | null,
  parts: Pick<Figure, 'format' | 'query' | 'withheld'>,
): { readonly lower: string; readonly upper: string } {
  const end = (name: 'lower' | 'upper', value: number | null) =>
    figures.add([...path, name], { ...parts, value, query: `${parts.query}.interval` })
  return { lower: end('lower', interval?.[0] ?? null), upper: end('upper', interval?.[1] ?? null) }
}
