import type { FlowRule, FlowSeries, FlowUnit, KeptDeadlines } from './flow-figures.ts'

/** Something that lasts, in the month. */
export interface Stock {
  /** At the end of the month's last day (of a month that is not over: now). */
  readonly running: number
  readonly started: number
  readonly ended: number
}

export interface MeasureUse extends Stock {
  /** As the source calls it; '' where it does not say. */
  readonly type: string
}

/** Whether the placements running at the end of the month have a plan. */
export interface PlansOfPlacements {
  readonly made: number
  /** None yet, and the time for it is not up. */
  readonly awaited: number
  /** None, and the time is up. */
  readonly overdue: number
  /** None, and no rule gives a day for it. */
  readonly none: number
}

/** Steps that come again and again. */
export interface RepeatedStep {
  readonly rules: readonly FlowRule[]
  /** Deadlines whose last day lies in the month, followed to now. */
  readonly due: KeptDeadlines
  /** Held in the month, whatever deadline it answers. */
  readonly held: number
}

export interface MonthFigures {
  /** Of all types together. */
  readonly measures: Stock
  /** By type; the most used first, then by name. */
  readonly byType: readonly MeasureUse[]
  readonly placements: Stock
  readonly plans: PlansOfPlacements
  /** Null where the rules name none. */
  readonly followUps: RepeatedStep | null
  readonly visits: RepeatedStep | null
  /** Ends of measures and placements without a start, in the month. */
  readonly withoutStart: number
}

export const monthSeriesKeys = [
  'measures-running',
  'measures-started',
  'measures-ended',
  /** One series a type. */
  'measures-running-of-type',
  'placements-running',
  'placements-started',
  'placements-ended',
  'follow-ups-share',
  'follow-ups-held',
  'visits-share',
  'visits-held',
] as const
export type MonthSeriesKey = (typeof monthSeriesKeys)[number]

/** A month of the calendar, in Denmark. */
export interface MonthReport {
  /** 2026-11. */
  readonly month: string
  readonly previous: string
  readonly next: string
  readonly from: string
  readonly to: string
  readonly isOver: boolean
  /** Day from which the municipality's cases are known (`covered-from.ts`); null where nothing is. */
  readonly knownFrom: string | null
  /** The moment (ISO, UTC) that what is running is told of: the end of the month, or now where it is not over. */
  readonly asOf: string
  /** The moment that what was due is followed to: now. */
  readonly followedTo: string
  /** Whether the rules say what counts as a measure and a placement (their `flow`); if not, all is nought. */
  readonly isDefined: boolean
  /** Whether the rules name any; what they do not name is left out. */
  readonly named: { readonly measures: boolean; readonly placements: boolean }
  /** Whose `figures` and `series` these are; null: the whole municipality's. */
  readonly unit: FlowUnit | null
  readonly figures: MonthFigures
  /** The whole municipality, to stand beside a unit. */
  readonly municipality: MonthFigures
  /** Unit by unit, by name; unit null: no unit, or none that is known, is named. */
  readonly units: readonly { readonly unit: FlowUnit | null; readonly figures: MonthFigures }[]
  readonly series: readonly FlowSeries<MonthSeriesKey>[]
}

/** Whether the rules name nothing of what the monthly report counts. */
export function namesNothing({ named, figures }: Pick<MonthReport, 'named' | 'figures'>): boolean {
  return !named.measures && !named.placements && figures.followUps === null && figures.visits === null
}
