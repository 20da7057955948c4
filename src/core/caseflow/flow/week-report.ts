import type { LocalText } from '../../language/language.ts'
import type { FlowRule, FlowSeries, FlowShare, FlowUnit, KeptDeadlines } from './flow-figures.ts'
import type { FlowWords } from './flow-words.ts'

/** Notifications received in the week. New: no event of the case came before it. */
export interface Received {
  readonly total: number
  readonly onNew: number
  readonly onKnown: number
}

/** What became of the notifications received in the week, followed to now. */
export interface Outcomes {
  /** An assessment was opened. */
  readonly assessed: number
  /** An assessment of the case was already under way. */
  readonly joined: number
  /** Closed without an assessment. */
  readonly settled: number
  readonly undecided: number
  /** Assessed and joined, of those decided so far; null where none is. */
  readonly share: FlowShare | null
  /** What the share of all of them must come to be: if none, and if each of the undecided becomes an assessment. */
  readonly atLeast: number | null
  readonly atMost: number | null
}

/** Ended in the week, whenever it began. */
export interface EndedInWeek {
  /** Notifications closed without an assessment. */
  readonly notifications: number
  readonly assessments: number
  readonly cases: number
}

/** A median that knows of those not finished; null where fewer than half of them are, or the limit lies beyond what was seen. */
export interface CensoredMedian {
  readonly median: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** How long something takes, in days. */
export interface FlowTime {
  readonly key: string
  readonly name: LocalText
  /** Finished in the week, whenever begun, and their mean; null where none. */
  readonly finished: number
  readonly mean: number | null
  /** All begun from this day up to the week's end, as they stood then; a year, or less where the data begin later. */
  readonly cohort: {
    readonly from: string
    /** Less than a year: of what began before, only what had not ended when the data began is known. */
    readonly isShort: boolean
    readonly begun: number
    readonly finished: number
    /** Ended without being finished, as a case that was closed; followed until then. */
    readonly stopped: number
    readonly open: number
    /** Begun before that and still open: not in the figures here, so that none is forgotten. */
    readonly openFromBefore: number
    /** Of those finished alone: too low as long as some are open, because the long ones finish last. */
    readonly mean: number | null
    /** By Kaplan and Meier, the open ones counted for as long as they have lasted. */
    readonly kaplanMeier: CensoredMedian
  }
}

/** The share finished by each day, with 95 % limits; a step at each day on which something finished. */
export interface FlowCurve {
  readonly key: string
  readonly steps: readonly {
    readonly day: number
    readonly finished: number
    readonly lower: number
    readonly upper: number
    /** How many had lasted that long without an end. */
    readonly atRisk: number
  }[]
  /** The longest that any has been followed; the curve ends here. */
  readonly lastDay: number
}

export const daysLeftBands = ['overdue', '0-1', '2-7', '8-30', 'more', 'no-limit'] as const
export type DaysLeftBand = (typeof daysLeftBands)[number]

export interface RunningBand {
  readonly band: DaysLeftBand
  /** A case stands in the band of the deadline that ends first; overdue before all others. */
  readonly cases: number
  readonly deadlines: number
}

export interface WeekFigures {
  readonly received: Received
  /** The rule of the first hours (R01), of what was received in the week, followed to now; null where the rules name none. */
  readonly prompt: KeptDeadlines | null
  readonly outcomes: Outcomes
  /** Assessments opened in the week. */
  readonly opened: number
  readonly ended: EndedInWeek
  readonly times: readonly FlowTime[]
  /** Every band, in their order, as it stood at the end of the week (of a week that is not over: now). */
  readonly running: readonly RunningBand[]
  /** Deadlines begun by then of which nobody can tell whether they were kept. */
  readonly runningCannotTell: number
}

export const weekSeriesKeys = [
  'received',
  'received-new',
  'prompt-share',
  'assessed-share',
  'assessments-opened',
  'notifications-closed',
  'assessments-ended',
  'cases-closed',
] as const
export type WeekSeriesKey = (typeof weekSeriesKeys)[number]

/** One ISO week, from Monday 00:00 to Sunday 24:00 in Denmark. */
export interface WeekReport {
  /** 2026-W47. */
  readonly week: string
  readonly previous: string
  readonly next: string
  readonly from: string
  readonly to: string
  readonly isOver: boolean
  /** Day from which the municipality's cases are known (`covered-from.ts`); null where nothing is. */
  readonly knownFrom: string | null
  /** The moment (ISO, UTC) that what is running is told of: the end of the week, or now where it is not over. */
  readonly asOf: string
  /** The moment that what was received is followed to: now. */
  readonly followedTo: string
  /** Whether the rules say what counts as received, assessed and closed (their `flow`); if not, all is nought. */
  readonly isDefined: boolean
  /** What the rules call what is counted. */
  readonly words: FlowWords
  readonly promptRule: FlowRule | null
  /** Whose `figures`, `curves` and `series` these are; null: the whole municipality's. */
  readonly unit: FlowUnit | null
  readonly figures: WeekFigures
  /** The whole municipality, to stand beside a unit. */
  readonly municipality: WeekFigures
  /** Unit by unit, by name; unit null: no unit, or none that is known, is named. */
  readonly units: readonly { readonly unit: FlowUnit | null; readonly figures: WeekFigures }[]
  readonly curves: readonly FlowCurve[]
  readonly series: readonly FlowSeries<WeekSeriesKey>[]
}
