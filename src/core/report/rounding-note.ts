import { note } from './cells.ts'
import type { ReportContext } from './report-context.ts'
import type { Block } from './report.ts'

/** Ids of two shares and their difference, as they stand beside each other. */
export interface ComparedFigures {
  readonly share: string
  readonly baseline: string
  readonly change: string
}

/** Said under a table where a printed change is not the difference of the printed percentages; nothing elsewhere. */
export function roundingNotes(
  { figures }: ReportContext,
  rows: readonly ComparedFigures[],
): readonly Block[] {
  const points = (id: string) => Math.round((figures.get(id).value ?? 0) * 100 + 1e-9)
  const printed = ({ share, baseline, change }: ComparedFigures) =>
    [share, baseline, change].every((id) => figures.get(id).value !== null)
  const differs = rows.some((row) => {
    if (!printed(row)) return false
    const change = figures.get(row.change).value ?? 0
    const shown = Math.sign(change) * Math.round(Math.abs(change) * 100 + 1e-9)
    // A change that is not 0 is never printed as 0, but with decimals.
    return points(row.share) - points(row.baseline) !== shown || (shown === 0 && Math.abs(change) > 1e-9)
  })
  return differs ? [unrounded] : []
}

const unrounded = note(
  'Ændringen er regnet, før procenterne er rundet af. Derfor kan den afvige et point fra forskellen mellem de to tal, der står ved siden af.',
  'The change is computed before the percentages are rounded. It can therefore differ by one point from the difference between the two numbers beside it.',
)
