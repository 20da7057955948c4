import type { getMonthReport } from '../../../../contract/caseflow/flow-reports.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import type { MonthCaseFigure } from '../../../../core/caseflow/flow/listed-figures.ts'
import type { KeptDeadlines } from '../../../../core/caseflow/flow/flow-figures.ts'
import { paths, type Path } from '../../../paths.ts'

export type ShownMonth = CallOutput<typeof getMonthReport>

/** Where the cases of a figure are listed; null where the person may not see them all. */
export type CasesOf = (figure: MonthCaseFigure, key?: string) => Path | null

/** Of the report's own figures: those of the municipality lead to cases only for who may see every unit. */
export function casesOfReport({ month, unit, allUnits }: ShownMonth): CasesOf {
  if (unit === null && !allUnits) return () => null
  return (figure, key) => paths.flowMonthCases(month, { figure, key, unit: unit?.id })
}

/** Of one row of the table of units. Cases that no unit is named in cannot be asked for alone. */
export function casesOfUnit({ month }: ShownMonth, unit: { readonly id: string } | null): CasesOf {
  if (unit === null) return () => null
  return (figure, key) => paths.flowMonthCases(month, { figure, key, unit: unit.id })
}

/** Everything that was to be done by then, as far as it can be told. */
export function dueOf({ met, late, open, running }: KeptDeadlines): number {
  return met + late + open + running
}
