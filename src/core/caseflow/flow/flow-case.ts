import type { CaseEvent } from '../case-event.ts'
import type { Deadline } from '../deadline.ts'
import { endOfDeadline, isAsked, keptVerdict, type KeptVerdict } from '../kept-deadline.ts'
import { caseFacts } from './case-facts.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowFact } from './flow-fact.ts'

/** A deadline as the reports read it. Days are days since 1970-01-01, the moment is in milliseconds since then. */
export interface FlowDeadline {
  readonly rule: string
  readonly unit: string
  readonly startedOn: number | null
  readonly dueOn: number | null
  readonly endsAt: number | null
  readonly doneOn: number | null
  readonly verdict: KeptVerdict
}

/**
 * What became of a deadline, as it is counted. `met-early`: met, and its time is not up yet. It is in no share before that:
 * what is late shows only when time is up, so of those just begun the quick ones alone would be counted.
 */
export type KeptState = 'met' | 'met-early' | 'late' | 'open' | 'running' | 'cannot-tell'

/** A case as the reports read it; units by one key each, '' where none is known. */
export interface FlowCase {
  readonly caseId: string
  /** Day of its first event; null where it has none. */
  readonly firstDay: number | null
  readonly facts: readonly FlowFact[]
  readonly deadlines: readonly FlowDeadline[]
}

/** Of a case of which no more is known than its events. What says no unit is of the unit that the newest event names. */
export function flowCase(
  flow: CompiledFlow,
  { caseId, events }: { readonly caseId: string; readonly events: readonly CaseEvent[] },
  deadlines: readonly Deadline[],
  asOf: number,
): FlowCase {
  const last = events.findLast(({ unit }) => unit !== '')?.unit ?? ''
  const placed = <T extends { readonly unit: string }>(one: T): T =>
    one.unit === '' ? { ...one, unit: last } : one
  return {
    caseId,
    firstDay: events.reduce<number | null>((first, { day }) => Math.min(first ?? day, day), null),
    facts: caseFacts(flow, events, deadlines, asOf).map(placed),
    deadlines: deadlines.filter(isAsked).map((deadline) =>
      placed({
        rule: deadline.rule,
        unit: deadline.unit,
        startedOn: deadline.started?.day ?? null,
        dueOn: deadline.due?.day ?? null,
        endsAt: endOfDeadline(deadline),
        doneOn: deadline.done?.day ?? null,
        verdict: keptVerdict(deadline.state),
      }),
    ),
  }
}

export function stateAt({ verdict, endsAt }: FlowDeadline, now: number): KeptState {
  const isUp = endsAt !== null && endsAt <= now
  if (verdict === 'met') return isUp || endsAt === null ? 'met' : 'met-early'
  if (verdict !== 'pending') return verdict
  return isUp ? 'open' : 'running'
}
