import { weekOf } from './flow-period.ts'
import type { CompiledFlow } from './compile-flow.ts'
import { coveredFrom, firstAsLater, type CoveredFrom } from './covered-from.ts'
import { stateAt, type FlowCase, type FlowDeadline, type KeptState } from './flow-case.ts'
import type { FlowFact, FlowStep } from './flow-fact.ts'
import type { FlowWindow } from './flow-window.ts'
import { Tally } from './tally.ts'
import { daysLeftBands, type DaysLeftBand } from './week-report.ts'

/**
 * All that a weekly report is made of, as counts: the server adds them up in the database, files are added up here.
 * `week` is its Monday. Units are keys, '' where none is known.
 */
export interface WeekTallies {
  /** Day of the municipality's first event; no row where there is none. */
  readonly covered: CoveredFrom
  /** Of all weeks. */
  readonly received: readonly {
    readonly unit: string
    readonly week: number
    readonly isNew: boolean
    readonly outcome: FlowFact['outcome']
    readonly count: number
  }[]
  /** Of all weeks. */
  readonly steps: readonly {
    readonly unit: string
    readonly week: number
    readonly step: FlowStep
    readonly count: number
  }[]
  /** Deadlines of the first hours, by the week they began; of all weeks. */
  readonly prompt: readonly {
    readonly unit: string
    readonly week: number
    readonly state: KeptState
    readonly count: number
  }[]
  /** Finished in the report's week, with the days it took in all. */
  readonly finished: readonly {
    readonly unit: string
    readonly time: string
    readonly count: number
    readonly days: number
  }[]
  /**
   * Day from which a time is seen to end as it does later; no row where it never does. What began before it and had ended
   * was never delivered, so that of those times only the long ones are known (left truncation).
   */
  readonly endsFrom: readonly { readonly time: string; readonly day: number }[]
  /** Begun in the year up to the week's end, not before `endsFrom`: how many lasted so many days, as they stood then. */
  readonly lasting: readonly {
    readonly unit: string
    readonly time: string
    readonly days: number
    readonly state: 'done' | 'stopped' | 'open'
    readonly count: number
  }[]
  /** Begun before those, and open at the week's end. */
  readonly openBefore: readonly { readonly unit: string; readonly time: string; readonly count: number }[]
  /** Deadlines not done at the week's end, and the cases they are of; unit null: of the municipality. */
  readonly running: readonly {
    readonly unit: string | null
    readonly band: DaysLeftBand
    readonly cases: number
    readonly deadlines: number
  }[]
  /** Deadlines begun by the week's end and not done, of which nobody can tell. */
  readonly cannotTell: readonly { readonly unit: string; readonly count: number }[]
}

/** Adds up cases one by one. `test/integration/flow-tallies.test.ts` holds the database's counts against these. */
export function tallyWeek(cases: readonly FlowCase[], flow: CompiledFlow, window: FlowWindow): WeekTallies {
  const { periods, period, day, cohortFrom } = window
  const first = periods[0]?.from ?? period.from
  const received = new Tally<Omit<WeekTallies['received'][number], 'count'>>()
  const steps = new Tally<Omit<WeekTallies['steps'][number], 'count'>>()
  const prompt = new Tally<Omit<WeekTallies['prompt'][number], 'count'>>()
  const finished = new Tally<{ unit: string; time: string }>()
  const lasting = new Tally<Omit<WeekTallies['lasting'][number], 'count'>>()
  const openBefore = new Tally<{ unit: string; time: string }>()
  const running = new Tally<{ unit: string | null; band: DaysLeftBand }>()
  const cannotTell = new Tally<{ unit: string }>()
  const rules = new Set(flow.prompt.map(({ id }) => id))

  const endsFrom = flow.times.flatMap(({ key: time }) => {
    const ends = cases.flatMap(({ facts }) =>
      facts.flatMap(({ kind, key, from, to }) =>
        kind === 'time' && key === time && from !== null ? (to ?? []) : [],
      ),
    )
    const day = firstAsLater(ends)
    return day === null ? [] : [{ time, day }]
  })
  const cohortOf = new Map(endsFrom.map(({ time, day }) => [time, Math.max(cohortFrom, day)]))

  const addTime = ({ unit, key: time, from, to, outcome }: FlowFact): void => {
    if (from === null) return
    if (outcome === 'done' && to !== null && to >= period.from && to <= day)
      finished.add({ unit, time }, 1, to - from)
    const isOpen = to === null || to > day
    const first = cohortOf.get(time) ?? cohortFrom
    if (from < first && isOpen) openBefore.add({ unit, time })
    if (from < first || from > day) return
    const state = isOpen ? 'open' : outcome === 'done' ? 'done' : 'stopped'
    lasting.add({ unit, time, days: (isOpen ? day : to) - from, state })
  }

  for (const { facts, deadlines } of cases) {
    for (const fact of facts) {
      const { kind, unit, from } = fact
      if (kind === 'time') addTime(fact)
      if ((kind !== 'received' && kind !== 'step') || from === null || from < first || from > period.to)
        continue
      const week = weekOf(from).from
      if (kind === 'received') received.add({ unit, week, isNew: fact.key === 'new', outcome: fact.outcome })
      // A step's key is one of them.
      else steps.add({ unit, week, step: fact.key as FlowStep })
    }
    for (const deadline of deadlines) {
      const { unit, startedOn } = deadline
      if (rules.has(deadline.rule) && startedOn !== null && startedOn >= first && startedOn <= period.to)
        prompt.add({ unit, week: weekOf(startedOn).from, state: stateAt(deadline, window.now) })
    }
    const closings = facts.flatMap(({ kind, key, from }) =>
      kind === 'step' && key === 'case-closed' ? (from ?? []) : [],
    )
    addRunning({ deadlines, closings }, window, running, cannotTell)
  }
  return {
    covered: coveredFrom(cases),
    received: received.list(({ count }) => ({ count })),
    steps: steps.list(({ count }) => ({ count })),
    prompt: prompt.list(({ count }) => ({ count })),
    finished: finished.list(({ count, sum }) => ({ count, days: sum })),
    endsFrom,
    lasting: lasting.list(({ count }) => ({ count })),
    openBefore: openBefore.list(({ count }) => ({ count })),
    running: running.list(({ count, sum }) => ({ cases: sum, deadlines: count })),
    cannotTell: cannotTell.list(({ count }) => ({ count })),
  }
}

/** A case counts once, in the first of its bands: of the municipality, and of each unit that has a deadline of it. */
function addRunning(
  {
    deadlines,
    closings,
  }: { readonly deadlines: readonly FlowDeadline[]; readonly closings: readonly number[] },
  window: FlowWindow,
  running: Tally<{ unit: string | null; band: DaysLeftBand }>,
  cannotTell: Tally<{ unit: string }>,
): void {
  const firstBand = new Map<string | null, number>()
  for (const deadline of deadlines) {
    if (!isRunningAt(deadline, closings, window)) continue
    const { unit, verdict } = deadline
    if (verdict === 'cannot-tell') {
      cannotTell.add({ unit })
      continue
    }
    const band = bandAt(deadline, window)
    for (const whose of [unit, null]) {
      running.add({ unit: whose, band: daysLeftBands[band] ?? 'more' }, 1, 0)
      firstBand.set(whose, Math.min(band, firstBand.get(whose) ?? band))
    }
  }
  for (const [unit, band] of firstBand) running.add({ unit, band: daysLeftBands[band] ?? 'more' }, 0, 1)
}

/**
 * Begun by the window's day and not done then, by what is known now. A case that was closed since runs no more: what was
 * never done in it stands in its rule's own figures, and is nobody's work to come.
 */
function isRunningAt(
  { startedOn, doneOn, verdict }: FlowDeadline,
  closings: readonly number[],
  { day }: FlowWindow,
): boolean {
  if (startedOn === null || startedOn > day) return false
  if (closings.some((closed) => closed >= startedOn && closed <= day)) return false
  return doneOn === null ? verdict === 'pending' || verdict === 'cannot-tell' : doneOn > day
}

/** The number of the band: how many days there are left at the window's moment. */
function bandAt({ dueOn, endsAt }: FlowDeadline, { day, asOf }: FlowWindow): number {
  if (dueOn === null || endsAt === null) return daysLeftBands.indexOf('no-limit')
  if (endsAt <= asOf) return daysLeftBands.indexOf('overdue')
  const left = dueOn - day
  return daysLeftBands.indexOf(left <= 1 ? '0-1' : left <= 7 ? '2-7' : left <= 30 ? '8-30' : 'more')
}
