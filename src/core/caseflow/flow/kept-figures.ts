import { wilson } from '../../statistics/wilson.ts'
import type { FlowShare, KeptDeadlines } from './flow-figures.ts'
import type { KeptState } from './flow-case.ts'

export function shareOf(count: number, of: number): FlowShare | null {
  if (of === 0) return null
  const [lower, upper] = wilson(count, of)
  return { count, of, share: count / of, lower, upper }
}

export function keptFigures(
  rows: readonly { readonly state: KeptState; readonly count: number }[],
): KeptDeadlines {
  const of = (state: KeptState) => sumOf(rows.filter((row) => row.state === state))
  const [met, late, open] = [of('met'), of('late'), of('open')]
  return {
    met: met + of('met-early'),
    late,
    open,
    running: of('running'),
    cannotTell: of('cannot-tell'),
    share: shareOf(met, met + late + open),
  }
}

export function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
