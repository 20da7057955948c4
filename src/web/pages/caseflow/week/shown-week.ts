import type { getWeekReport } from '../../../../contract/caseflow/flow-reports.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import type { WeekCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import type { DaysLeftBand, WeekFigures } from '../../../../core/caseflow/flow/week-report.ts'
import { paths, type Path } from '../../../paths.ts'

export type ShownWeek = CallOutput<typeof getWeekReport>

/** Where the cases of a figure are listed; null where the person may not see them all. */
export type CasesOf = (figure: WeekCaseFigure, key?: string) => Path | null

/** Of the report's own figures: those of the municipality lead to cases only for who may see every unit. */
export function casesOfReport({ week, unit, allUnits }: ShownWeek): CasesOf {
  if (unit === null && !allUnits) return () => null
  return (figure, key) => paths.flowWeekCases(week, { figure, key, unit: unit?.id })
}

/** Of one row of the table of units. Cases that no unit is named in cannot be asked for alone. */
export function casesOfUnit({ week }: ShownWeek, unit: { readonly id: string } | null): CasesOf {
  if (unit === null) return () => null
  return (figure, key) => paths.flowWeekCases(week, { figure, key, unit: unit.id })
}

export function bandOf(
  { running }: Pick<WeekFigures, 'running'>,
  wanted: DaysLeftBand,
): { readonly cases: number; readonly deadlines: number } {
  return running.find(({ band }) => band === wanted) ?? { cases: 0, deadlines: 0 }
}

/** Cases not past the time whose next deadline ends within a week. */
export function soonOf(figures: Pick<WeekFigures, 'running'>): number {
  return bandOf(figures, '0-1').cases + bandOf(figures, '2-7').cases
}

/** Kept before their time was up, where it still is not: they are in the list of those kept, and not yet in the share. */
export function earlyOf({ prompt }: Pick<WeekFigures, 'prompt'>): number {
  return prompt === null ? 0 : prompt.met - (prompt.share?.count ?? 0)
}
