import { buildMonth } from './build-month.ts'
import type { ReportUnits } from './build-report.ts'
import { buildWeek } from './build-week.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowCase } from './flow-case.ts'
import type { FlowWindow } from './flow-window.ts'
import type { MonthReport } from './month-report.ts'
import { tallyMonth } from './month-tallies.ts'
import type { WeekReport } from './week-report.ts'
import { tallyWeek } from './week-tallies.ts'

/** The weekly report of cases at hand, as of a file; every unit that they name is shown. */
export function reportWeek(cases: readonly FlowCase[], flow: CompiledFlow, window: FlowWindow): WeekReport {
  return buildWeek(tallyWeek(cases, flow, window), flow, window, unitsOf(cases))
}

/** The monthly report of cases at hand, as of a file; every unit that they name is shown. */
export function reportMonth(cases: readonly FlowCase[], flow: CompiledFlow, window: FlowWindow): MonthReport {
  return buildMonth(tallyMonth(cases, flow, window), flow, window, unitsOf(cases))
}

function unitsOf(cases: readonly FlowCase[]): ReportUnits {
  const names = new Set(
    cases.flatMap(({ facts, deadlines }) => [...facts, ...deadlines].map(({ unit }) => unit)),
  )
  names.delete('')
  const units = [...names].sort((one, other) => one.localeCompare(other, 'da'))
  return { unit: null, units: units.map((name) => ({ id: name, name })), withUnknown: true }
}
