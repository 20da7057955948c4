import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import type { ChangeClass } from '../../../core/analysis/analysis.ts'

const ranks: Readonly<Record<ChangeClass, number>> = {
  improved: 0,
  declined: 0,
  'signal-up': 1,
  'signal-down': 1,
  'no-clear-change': 2,
  'all-compliant-both': 3,
  'too-few': 4,
}

/**
 * Sorts what changed most first without letting chance in front: by what the test could say, and among equals by the
 * size of the change, whichever way it went. Null: not compared.
 */
export function changeOrder({ change }: Pick<QuestionRow, 'change'>): number | null {
  return change === null ? null : ranks[change.class] + (1 - Math.abs(change.difference)) / 2
}
