import type { CaseEvent } from '../case-event.ts'
import { compareEvents } from '../compare-events.ts'
import type { CompiledRules } from '../compile-rules.ts'
import type { Deadline } from '../deadline.ts'
import type { OrderRule } from '../deadline-rules.ts'
import { judgeCase } from '../judge-case.ts'
import type { GateThread } from './gate-threads.ts'
import { enteredKinds, registerRules, type SteppedRegister } from './register.ts'

/**
 * How far a thread is. Of a plan or a placement: waiting for what must come before the start, ready to start, running,
 * ended. Of a disagreement: with whom it lies, or settled.
 */
export const gateStates = [
  'waiting',
  'ready',
  'running',
  'ended',
  'with-caseworker',
  'with-department-manager',
  'with-manager',
  'settled',
] as const
export type GateState = (typeof gateStates)[number]

/** What is missing before the start: these kinds once each, or one kind so many more times. */
export interface Missing {
  readonly kind: string
  readonly times: number
}

export interface GateStanding {
  readonly state: GateState
  readonly missing: readonly Missing[]
  /** What the rules say of it; where they ask nothing, nothing. */
  readonly deadlines: readonly Deadline[]
  /** Something was not done in time and still is not. */
  readonly isOverdue: boolean
  /** The last day of what runs, as days since 1970-01-01; null where nothing has one. */
  readonly due: number | null
  /** Kinds of event that may be entered next, the likeliest first. */
  readonly next: readonly string[]
}

/** How a thread stands, by the rules given; `rest` are the case's events that end or lift any of its deadlines. */
export function standingOf(
  register: SteppedRegister,
  thread: GateThread,
  rest: readonly CaseEvent[],
  { compiled, asOf }: { readonly compiled: CompiledRules; readonly asOf: number },
): GateStanding {
  const rules: readonly string[] = registerRules[register]
  const closings = rest.filter(({ kind }) => kind === 'case-closed')
  const events = [...thread.events, ...closings]
  const deadlines = judgeCase(compiled, events, asOf).filter(
    ({ rule, state }) => rules.includes(rule) && state !== 'not-applicable',
  )
  const last = thread.events.at(-1)
  const isClosed = last !== undefined && closings.some((closing) => compareEvents(closing, last) > 0)
  const lacking = missingOf(register, thread, compiled)
  const state = stateOf(register, thread, lacking, isClosed)
  const missing = state === 'ended' || state === 'settled' ? [] : lacking
  const running = deadlines.flatMap(({ state: at, due }) =>
    at === 'running' && due !== null ? [due.day] : [],
  )
  return {
    state,
    missing,
    deadlines,
    isOverdue: deadlines.some(({ state: at }) => at === 'open'),
    due: running.length === 0 ? null : Math.min(...running),
    next: nextOf(register, state, missing),
  }
}

function missingOf(
  register: SteppedRegister,
  { events }: GateThread,
  { lines }: CompiledRules,
): readonly Missing[] {
  const id = register === 'safety-plan' ? 'G01' : register === 'placement' ? 'G03' : undefined
  const rule = lines.find((line) => line.id === id)?.versions.at(-1)?.rule
  if (rule === undefined || rule.kind !== 'order') return []
  if (isLifted(events, rule)) return []
  const steps = events.filter(({ kind }) => rule.step.includes(kind))
  if (rule.distinct === 'kind') {
    const kinds = new Set(steps.map(({ kind }) => kind))
    const lacking = rule.step.filter((kind) => !kinds.has(kind))
    return kinds.size >= rule.count ? [] : lacking.map((kind) => ({ kind, times: 1 }))
  }
  const taken = rule.distinct === 'day' ? new Set(steps.map(({ day }) => day)).size : steps.length
  const [kind] = rule.step
  return taken >= rule.count || kind === undefined ? [] : [{ kind, times: rule.count - taken }]
}

function isLifted(events: readonly CaseEvent[], { id, exceptions }: OrderRule): boolean {
  return (
    exceptions &&
    events.some(
      ({ kind, attributes }) =>
        kind === 'exception-recorded' && attributes['rule'] === id && (attributes['reason'] ?? '') !== '',
    )
  )
}

function stateOf(
  register: SteppedRegister,
  { events }: GateThread,
  missing: readonly Missing[],
  isClosed: boolean,
): GateState {
  const has = (kind: string) => events.some((event) => event.kind === kind)
  if (register === 'disagreement') {
    if (isClosed || has('responsibility-settled')) return 'settled'
    if (has('responsibility-to-manager')) return 'with-manager'
    return has('responsibility-to-department-manager') ? 'with-department-manager' : 'with-caseworker'
  }
  if (isClosed || has(`${register}-ended`)) return 'ended'
  if (has(`${register}-started`)) return 'running'
  return missing.length === 0 ? 'ready' : 'waiting'
}

/** What may come next first; what may not come yet can be entered too, since what happened is never refused. */
function nextOf(register: SteppedRegister, state: GateState, missing: readonly Missing[]): readonly string[] {
  if (state === 'ended' || state === 'settled') return []
  const lacking = missing.map(({ kind }) => kind)
  const all: readonly string[] = enteredKinds[register]
  switch (state) {
    case 'waiting':
      return [
        ...lacking,
        ...all.filter((kind) => kind === 'safety-plan-started' || kind === 'exception-recorded'),
      ]
    case 'ready':
      return all.filter((kind) => kind === 'safety-plan-started' || kind === 'placement-committee-passed')
    case 'running':
      return [
        ...all.filter((kind) => kind === 'safety-plan-reviewed' || kind === 'safety-plan-ended'),
        ...lacking,
        ...(lacking.length > 0 ? all.filter((kind) => kind === 'exception-recorded') : []),
      ]
    case 'with-caseworker':
      return [
        'responsibility-to-department-manager',
        'responsibility-settled',
        'responsibility-to-manager',
        'exception-recorded',
      ]
    case 'with-department-manager':
      return ['responsibility-to-manager', 'responsibility-settled']
    case 'with-manager':
      return ['responsibility-settled', 'responsibility-to-department-manager', 'exception-recorded']
    default:
      return state satisfies never
  }
}
