import type { CompiledFlow } from './compile-flow.ts'
import { coveredFrom, type CoveredFrom } from './covered-from.ts'
import { stateAt, type FlowCase, type KeptState } from './flow-case.ts'
import { monthOf } from './flow-period.ts'
import type { FlowWindow } from './flow-window.ts'
import { Tally } from './tally.ts'

export type PlanState = 'made' | 'awaited' | 'overdue' | 'none'

/**
 * All that a monthly report is made of, as counts. `month` is its first day; of what lasts, null stands for all months
 * before the first one shown. Units are keys, '' where none is known.
 */
export interface MonthTallies {
  /** Day of the municipality's first event; no row where there is none. */
  readonly covered: CoveredFrom
  /** Measures and placements begun and ended, by month; a type '' where none is named, and for placements. */
  readonly lasting: readonly {
    readonly what: 'measure' | 'placement'
    readonly type: string
    readonly unit: string
    readonly month: number | null
    readonly started: number
    readonly ended: number
  }[]
  /** Placements running at the window's day. */
  readonly plans: readonly { readonly unit: string; readonly state: PlanState; readonly count: number }[]
  /** By the month of the last day; of what cannot be told, where that is not known, of the start. */
  readonly due: readonly {
    readonly step: 'follow-up' | 'visit'
    readonly unit: string
    readonly month: number
    readonly state: KeptState
    readonly count: number
  }[]
  readonly held: readonly {
    readonly step: 'follow-up' | 'visit'
    readonly unit: string
    readonly month: number
    readonly count: number
  }[]
  /** Ends without a start, in the report's month. */
  readonly loose: readonly { readonly unit: string; readonly count: number }[]
}

/** Adds up cases one by one. `test/integration/flow-tallies.test.ts` holds the database's counts against these. */
export function tallyMonth(cases: readonly FlowCase[], flow: CompiledFlow, window: FlowWindow): MonthTallies {
  const { periods, period, day, now } = window
  const first = periods[0]?.from ?? period.from
  const lasting = new Tally<Omit<MonthTallies['lasting'][number], 'started' | 'ended'>>()
  const plans = new Tally<{ unit: string; state: PlanState }>()
  const due = new Tally<Omit<MonthTallies['due'][number], 'count'>>()
  const held = new Tally<Omit<MonthTallies['held'][number], 'count'>>()
  const loose = new Tally<{ unit: string }>()
  const steps = [
    { step: 'follow-up', rules: new Set(flow.followUps.map(({ id }) => id)) },
    { step: 'visit', rules: new Set(flow.visits.map(({ id }) => id)) },
  ] as const
  const monthIn = (at: number) => (at < first ? null : monthOf(at).from)

  for (const { facts, deadlines } of cases) {
    for (const { kind, key, unit, from, to, outcome, planOn, planDue } of facts) {
      if (kind === 'step' && from !== null && from >= first && from <= period.to) {
        if (key === 'follow-up-held') held.add({ step: 'follow-up', unit, month: monthOf(from).from })
        if (key === 'visit-held') held.add({ step: 'visit', unit, month: monthOf(from).from })
      }
      if (kind !== 'measure' && kind !== 'placement') continue
      if (outcome === 'loose') {
        if (to !== null && to >= period.from && to <= period.to) loose.add({ unit })
        continue
      }
      const of = { what: kind, type: key, unit }
      if (from !== null && from <= period.to) lasting.add({ ...of, month: monthIn(from) }, 1, 0)
      if (to !== null && to <= period.to) lasting.add({ ...of, month: monthIn(to) }, 0, 1)
      if (kind === 'placement' && from !== null && from <= day && (to === null || to > day))
        plans.add({ unit, state: planAt(planOn, planDue, day) })
    }
    for (const deadline of deadlines) {
      const { rule, unit, verdict, dueOn, startedOn, doneOn } = deadline
      const on = dueOn ?? (verdict === 'cannot-tell' ? (startedOn ?? doneOn) : null)
      if (on === null || on < first || on > period.to) continue
      for (const { step, rules } of steps)
        if (rules.has(rule)) due.add({ step, unit, month: monthOf(on).from, state: stateAt(deadline, now) })
    }
  }
  return {
    covered: coveredFrom(cases),
    lasting: lasting.list(({ count, sum }) => ({ started: count, ended: sum })),
    plans: plans.list(({ count }) => ({ count })),
    due: due.list(({ count }) => ({ count })),
    held: held.list(({ count }) => ({ count })),
    loose: loose.list(({ count }) => ({ count })),
  }
}

function planAt(planOn: number | null, planDue: number | null, day: number): PlanState {
  if (planOn !== null && planOn <= day) return 'made'
  if (planDue === null) return 'none'
  return planDue >= day ? 'awaited' : 'overdue'
}
