import type { DriftRow } from '../../../contract/analysis/evidence.ts'
import type { ChangeClass } from '../../../core/analysis/analysis.ts'

/**
 * What the change on the expert's scale lets one say of the casework. `contradicts`: the comparison level's own figures
 * show a clear change that the expert's do not confirm, so that the judging may have moved instead.
 */
export function driftVerdict(
  { interval }: Pick<DriftRow, 'interval'>,
  plain: ChangeClass | null,
): { readonly casework: 'up' | 'down' | 'open'; readonly contradicts: boolean } {
  const casework =
    interval === null ? 'open' : interval[0] > 0 ? 'up' : interval[1] < 0 ? 'down' : ('open' as const)
  const clear = plain === 'improved' ? 'up' : plain === 'declined' ? 'down' : null
  return { casework, contradicts: clear !== null && clear !== casework }
}
