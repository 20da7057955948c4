import { figuresByUnit, timesOf, type ReportUnits } from './build-report.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowSeries } from './flow-figures.ts'
import { monthOf, type FlowPeriod } from './flow-period.ts'
import { countSeries, shareSeries, stockSeries } from './flow-series.ts'
import type { FlowWindow } from './flow-window.ts'
import { keptFigures, sumOf } from './kept-figures.ts'
import { monthFigures, stockAt } from './month-figures.ts'
import type { MonthReport, MonthSeriesKey } from './month-report.ts'
import type { MonthTallies } from './month-tallies.ts'
import { rowsOf, type Whose } from './week-figures.ts'

/** The monthly report from the counts it is made of. */
export function buildMonth(
  tallies: MonthTallies,
  flow: CompiledFlow,
  window: FlowWindow,
  units: ReportUnits,
): MonthReport {
  const whose = units.unit?.id ?? null
  return {
    month: window.period.name,
    ...timesOf(window, tallies.covered, monthOf),
    isDefined: flow.isDefined,
    named: {
      measures: flow.measures.start.size > 0,
      placements: flow.placements.start.size > 0,
    },
    ...figuresByUnit(tallies, units, (of) => monthFigures(tallies, of, flow, window)),
    series: seriesOf(tallies, whose, flow, window),
  }
}

function seriesOf(
  tallies: MonthTallies,
  whose: Whose,
  flow: CompiledFlow,
  window: FlowWindow,
): readonly FlowSeries<MonthSeriesKey>[] {
  const lasting = rowsOf(tallies.lasting, whose)
  const measures = lasting.filter(({ what }) => what === 'measure')
  const placements = lasting.filter(({ what }) => what === 'placement')
  const running = (key: MonthSeriesKey, rows: typeof lasting, type: string | null = null) =>
    stockSeries(key, type, window, tallies.covered, (period: FlowPeriod) => stockAt(rows, period).running)
  const moved = (key: MonthSeriesKey, rows: typeof lasting, what: 'started' | 'ended') =>
    countSeries(key, null, window, tallies.covered, (period: FlowPeriod) => stockAt(rows, period)[what])
  const repeated = (step: 'follow-up' | 'visit', share: MonthSeriesKey, held: MonthSeriesKey) => [
    shareSeries(share, window, tallies.covered, ({ from }) => {
      const due = rowsOf(tallies.due, whose).filter((row) => row.step === step && row.month === from)
      return keptFigures(due).share ?? { count: 0, of: 0 }
    }),
    countSeries(held, null, window, tallies.covered, ({ from }) =>
      sumOf(rowsOf(tallies.held, whose).filter((row) => row.step === step && row.month === from)),
    ),
  ]
  const { byType, followUps, visits } = monthFigures(tallies, whose, flow, window)
  const ofMeasures = () => [
    running('measures-running', measures),
    moved('measures-started', measures, 'started'),
    moved('measures-ended', measures, 'ended'),
    ...byType.map(({ type }) =>
      running(
        'measures-running-of-type',
        measures.filter((row) => row.type === type),
        type,
      ),
    ),
  ]
  const ofPlacements = () => [
    running('placements-running', placements),
    moved('placements-started', placements, 'started'),
    moved('placements-ended', placements, 'ended'),
  ]
  return [
    ...(flow.measures.start.size > 0 ? ofMeasures() : []),
    ...(flow.placements.start.size > 0 ? ofPlacements() : []),
    ...(followUps === null ? [] : repeated('follow-up', 'follow-ups-share', 'follow-ups-held')),
    ...(visits === null ? [] : repeated('visit', 'visits-share', 'visits-held')),
  ]
}
