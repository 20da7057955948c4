import { isoDay } from '../../calendar/day-number.ts'
import type { CoveredFrom } from './covered-from.ts'
import type { FlowUnit } from './flow-figures.ts'
import type { FlowPeriod } from './flow-period.ts'
import type { FlowWindow } from './flow-window.ts'
import type { MonthTallies } from './month-tallies.ts'
import { rowsOf, type Whose } from './week-figures.ts'
import type { WeekTallies } from './week-tallies.ts'

/** Whose report it is, and the units to show beside each other. Keys of counts are the units' ids. */
export interface ReportUnits {
  /** Null: the whole municipality. */
  readonly unit: FlowUnit | null
  readonly units: readonly FlowUnit[]
  /** Whether what is of no known unit is shown too, where there is any. */
  readonly withUnknown: boolean
}

/** When a report is of, with the periods beside it. */
export function timesOf(
  { period, isOver, asOf, now }: FlowWindow,
  covered: CoveredFrom,
  periodOf: (day: number) => Pick<FlowPeriod, 'name'>,
) {
  return {
    previous: periodOf(period.from - 1).name,
    next: periodOf(period.to + 1).name,
    from: isoDay(period.from),
    to: isoDay(period.to),
    isOver,
    knownFrom: covered[0] === undefined ? null : isoDay(covered[0].day),
    asOf: new Date(asOf).toISOString(),
    followedTo: new Date(now).toISOString(),
  }
}

/** The figures of whom the report is of, of the municipality, and of the units beside each other. */
export function figuresByUnit<Figures>(
  tallies: WeekTallies | MonthTallies,
  { unit, units, withUnknown }: ReportUnits,
  figuresOf: (whose: Whose) => Figures,
) {
  const hasUnknown = withUnknown && Object.values(tallies).some((rows) => rowsOf(rows, '').length > 0)
  const municipality = figuresOf(null)
  return {
    unit,
    figures: unit === null ? municipality : figuresOf(unit.id),
    municipality,
    units: [
      ...units.map((of) => ({ unit: of, figures: figuresOf(of.id) })),
      ...(hasUnknown ? [{ unit: null, figures: figuresOf('') }] : []),
    ],
  }
}
