import type { CompiledFlow } from './compile-flow.ts'
import type { FlowRule } from './flow-figures.ts'
import type { FlowPeriod } from './flow-period.ts'
import type { FlowWindow } from './flow-window.ts'
import { keptFigures, sumOf } from './kept-figures.ts'
import type { MeasureUse, MonthFigures, RepeatedStep, Stock } from './month-report.ts'
import type { MonthTallies, PlanState } from './month-tallies.ts'
import { rowsOf, type Whose } from './week-figures.ts'

export function monthFigures(
  tallies: MonthTallies,
  whose: Whose,
  flow: CompiledFlow,
  { period }: FlowWindow,
): MonthFigures {
  const lasting = rowsOf(tallies.lasting, whose)
  const measures = lasting.filter(({ what }) => what === 'measure')
  const plans = rowsOf(tallies.plans, whose)
  const plansIn = (state: PlanState) => sumOf(plans.filter((row) => row.state === state))
  const repeated = (
    step: 'follow-up' | 'visit',
    rules: readonly FlowRule[],
    held: ReadonlySet<string>,
  ): RepeatedStep | null =>
    rules.length === 0 && held.size === 0
      ? null
      : {
          rules,
          due: keptFigures(
            rowsOf(tallies.due, whose).filter((row) => row.step === step && row.month === period.from),
          ),
          held: sumOf(
            rowsOf(tallies.held, whose).filter((row) => row.step === step && row.month === period.from),
          ),
        }
  return {
    measures: stockAt(measures, period),
    byType: byType(measures, period),
    placements: stockAt(
      lasting.filter(({ what }) => what === 'placement'),
      period,
    ),
    plans: {
      made: plansIn('made'),
      awaited: plansIn('awaited'),
      overdue: plansIn('overdue'),
      none: plansIn('none'),
    },
    followUps: repeated('follow-up', flow.followUps, flow.followUpsHeld),
    visits: repeated('visit', flow.visits, flow.visitsHeld),
    withoutStart: sumOf(rowsOf(tallies.loose, whose)),
  }
}

/** Running at the end of a month: all begun up to then, less all ended. */
export function stockAt(rows: MonthTallies['lasting'], { from }: FlowPeriod): Stock {
  let [running, started, ended] = [0, 0, 0]
  for (const row of rows) {
    if (row.month !== null && row.month > from) continue
    running += row.started - row.ended
    if (row.month !== from) continue
    started += row.started
    ended += row.ended
  }
  return { running, started, ended }
}

/** Types in use in the month. */
function byType(measures: MonthTallies['lasting'], period: FlowPeriod): readonly MeasureUse[] {
  return [...Map.groupBy(measures, ({ type }) => type)]
    .map(([type, rows]) => ({ type, ...stockAt(rows, period) }))
    .filter(({ running, started, ended }) => running + started + ended > 0)
    .sort((one, other) => other.running - one.running || one.type.localeCompare(other.type, 'da'))
}
