import { figuresByUnit, timesOf, type ReportUnits } from './build-report.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowSeries } from './flow-figures.ts'
import { weekOf } from './flow-period.ts'
import { countSeries, shareSeries } from './flow-series.ts'
import type { FlowWindow } from './flow-window.ts'
import { keptFigures, sumOf } from './kept-figures.ts'
import { curvesOf, outcomesOf, rowsOf, weekFigures, type Whose } from './week-figures.ts'
import type { WeekReport, WeekSeriesKey } from './week-report.ts'
import type { WeekTallies } from './week-tallies.ts'

/** The weekly report from the counts it is made of. */
export function buildWeek(
  tallies: WeekTallies,
  flow: CompiledFlow,
  window: FlowWindow,
  units: ReportUnits,
): WeekReport {
  const whose = units.unit?.id ?? null
  return {
    week: window.period.name,
    ...timesOf(window, tallies.covered, weekOf),
    isDefined: flow.isDefined,
    words: flow.words,
    promptRule: flow.prompt[0] ?? null,
    ...figuresByUnit(tallies, units, (of) => weekFigures(tallies, of, flow, window)),
    curves: curvesOf(tallies, whose, flow),
    series: seriesOf(tallies, whose, window),
  }
}

function seriesOf(
  tallies: WeekTallies,
  whose: Whose,
  window: FlowWindow,
): readonly FlowSeries<WeekSeriesKey>[] {
  const received = rowsOf(tallies.received, whose)
  const steps = rowsOf(tallies.steps, whose)
  const prompt = rowsOf(tallies.prompt, whose)
  const stepSeries = (key: WeekSeriesKey, step: (typeof steps)[number]['step']) =>
    countSeries(key, null, window, tallies.covered, ({ from }) =>
      sumOf(steps.filter((row) => row.week === from && row.step === step)),
    )
  return [
    countSeries('received', null, window, tallies.covered, ({ from }) =>
      sumOf(received.filter(({ week }) => week === from)),
    ),
    countSeries('received-new', null, window, tallies.covered, ({ from }) =>
      sumOf(received.filter(({ week, isNew }) => week === from && isNew)),
    ),
    shareSeries('prompt-share', window, tallies.covered, ({ from }) => {
      const { share } = keptFigures(prompt.filter(({ week }) => week === from))
      return share ?? { count: 0, of: 0 }
    }),
    shareSeries('assessed-share', window, tallies.covered, ({ from }) => {
      const { share, undecided } = outcomesOf(received.filter(({ week }) => week === from))
      return { count: share?.count ?? 0, of: share?.of ?? 0, undecided }
    }),
    stepSeries('assessments-opened', 'assessment-opened'),
    stepSeries('notifications-closed', 'notification-closed'),
    stepSeries('assessments-ended', 'assessment-ended'),
    stepSeries('cases-closed', 'case-closed'),
  ]
}
