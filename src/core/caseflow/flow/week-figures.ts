import { isoDay } from '../../calendar/day-number.ts'
import { kaplanMeier, type FollowedTime } from '../../statistics/kaplan-meier.ts'
import type { CompiledFlow, CompiledTime } from './compile-flow.ts'
import type { FlowWindow } from './flow-window.ts'
import { keptFigures, shareOf, sumOf } from './kept-figures.ts'
import {
  daysLeftBands,
  type FlowCurve,
  type FlowTime,
  type Outcomes,
  type RunningBand,
  type WeekFigures,
} from './week-report.ts'
import type { WeekTallies } from './week-tallies.ts'

/** Whose figures: those of one unit by its key, or of the municipality. */
export type Whose = string | null

/** A unit's rows of some counts, or all of them. */
export function rowsOf<Row extends { readonly unit: string | null }>(
  rows: readonly Row[],
  whose: Whose,
): readonly Row[] {
  return whose === null ? rows : rows.filter(({ unit }) => unit === whose)
}

export function weekFigures(
  tallies: WeekTallies,
  whose: Whose,
  flow: CompiledFlow,
  window: FlowWindow,
): WeekFigures {
  const inWeek = <Row extends { readonly week: number; readonly unit: string }>(rows: readonly Row[]) =>
    rowsOf(rows, whose).filter(({ week }) => week === window.period.from)
  const received = inWeek(tallies.received)
  const steps = inWeek(tallies.steps)
  const stepCount = (step: (typeof steps)[number]['step']) => sumOf(steps.filter((row) => row.step === step))
  return {
    received: {
      total: sumOf(received),
      onNew: sumOf(received.filter(({ isNew }) => isNew)),
      onKnown: sumOf(received.filter(({ isNew }) => !isNew)),
    },
    prompt: flow.prompt.length === 0 ? null : keptFigures(inWeek(tallies.prompt)),
    outcomes: outcomesOf(received),
    opened: stepCount('assessment-opened'),
    ended: {
      notifications: stepCount('notification-closed'),
      assessments: stepCount('assessment-ended'),
      cases: stepCount('case-closed'),
    },
    times: flow.times.map((time) => timeOf(tallies, whose, time, window)),
    running: daysLeftBands.map((band): RunningBand => {
      const rows = tallies.running.filter((row) => row.unit === whose && row.band === band)
      return {
        band,
        cases: rows.reduce((sum, { cases }) => sum + cases, 0),
        deadlines: rows.reduce((sum, { deadlines }) => sum + deadlines, 0),
      }
    }),
    runningCannotTell: sumOf(rowsOf(tallies.cannotTell, whose)),
  }
}

export function outcomesOf(received: WeekTallies['received']): Outcomes {
  const of = (outcome: (typeof received)[number]['outcome']) =>
    sumOf(received.filter((row) => row.outcome === outcome))
  const [assessed, joined, settled, undecided] = [of('assessed'), of('joined'), of('settled'), of(null)]
  const became = assessed + joined
  const all = became + settled + undecided
  return {
    assessed,
    joined,
    settled,
    undecided,
    share: shareOf(became, became + settled),
    atLeast: all === 0 ? null : became / all,
    atMost: all === 0 ? null : (became + undecided) / all,
  }
}

function timeOf(
  tallies: WeekTallies,
  whose: Whose,
  { key, name }: CompiledTime,
  { cohortFrom }: FlowWindow,
): FlowTime {
  const ofTime = <Row extends { readonly time: string; readonly unit: string }>(rows: readonly Row[]) =>
    rowsOf(rows, whose).filter(({ time }) => time === key)
  const finished = ofTime(tallies.finished)
  const endsFrom = tallies.endsFrom.find(({ time }) => time === key)?.day ?? cohortFrom
  const lasting = ofTime(tallies.lasting)
  const inState = (state: (typeof lasting)[number]['state']) => lasting.filter((row) => row.state === state)
  const done = inState('done')
  const times = followed(lasting)
  const { median, medianLower, medianUpper } =
    times.length === 0 ? { median: null, medianLower: null, medianUpper: null } : kaplanMeier(times)
  return {
    key,
    name,
    finished: sumOf(finished),
    mean: meanOf(
      finished.reduce((sum, { days }) => sum + days, 0),
      sumOf(finished),
    ),
    cohort: {
      from: isoDay(Math.max(cohortFrom, endsFrom)),
      isShort: endsFrom > cohortFrom,
      begun: sumOf(lasting),
      finished: sumOf(done),
      stopped: sumOf(inState('stopped')),
      open: sumOf(inState('open')),
      openFromBefore: sumOf(ofTime(tallies.openBefore)),
      mean: meanOf(
        done.reduce((sum, { days, count }) => sum + days * count, 0),
        sumOf(done),
      ),
      kaplanMeier: { median, lower: medianLower, upper: medianUpper },
    },
  }
}

/** The curve of each time that anything began of. */
export function curvesOf(tallies: WeekTallies, whose: Whose, flow: CompiledFlow): readonly FlowCurve[] {
  return flow.times.flatMap(({ key }) => {
    const rows = rowsOf(tallies.lasting, whose).filter(({ time }) => time === key)
    if (rows.length === 0) return []
    const { steps } = kaplanMeier(followed(rows))
    return [
      {
        key,
        steps: steps.map(({ time, survival, lower, upper, atRisk }) => ({
          day: time,
          finished: withoutNoise(1 - survival),
          lower: 1 - upper,
          upper: 1 - lower,
          atRisk,
        })),
        lastDay: Math.max(...rows.map(({ days }) => days)),
      },
    ]
  })
}

function followed(rows: WeekTallies['lasting']): readonly FollowedTime[] {
  return rows.map(({ days, state, count }) => ({ time: days, ended: state === 'done', count }))
}

/** 0.135 as 0.1349999... would be printed as 13 %: the product of many steps is off in its last bits. */
function withoutNoise(share: number): number {
  return Math.round(share * 1e12) / 1e12
}

function meanOf(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count
}
