import { dayOf } from '../../calendar/danish-time.ts'
import type { CaseEvent } from '../case-event.ts'
import { compareEvents } from '../compare-events.ts'
import type { Deadline } from '../deadline.ts'
import { areRelated } from '../related.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowFact, FlowStep } from './flow-fact.ts'
import { pairReceived } from './pair-received.ts'
import { pairSpans, type Span } from './pair-spans.ts'

/** What the reports count of a case, from its events up to a moment and the deadlines judged from them. */
export function caseFacts(
  flow: CompiledFlow,
  events: readonly CaseEvent[],
  deadlines: readonly Deadline[],
  asOf: number,
): readonly FlowFact[] {
  if (!flow.isDefined) return []
  const today = dayOf(asOf)
  const known = events
    .filter(({ day, moment }) => day <= today && (moment === null || moment <= asOf))
    .sort(compareEvents)
  const received = pairReceived(known, flow)
  return [
    ...received.map(({ start, isNew, outcome, decided }) =>
      fact('received', isNew ? 'new' : 'known', start, { to: decided?.day ?? null, outcome }),
    ),
    ...known.flatMap((event) => stepsOf(flow, event)),
    ...flow.times.flatMap((time): FlowFact[] => {
      if (time.of === 'span') return timesOf(time.key, spansOf(known, flow, time).spans)
      // What joined an assessment under way waited for no decision, and of one without a date nobody knows how long.
      return received
        .filter(({ outcome, isDated }) => outcome !== 'joined' && isDated)
        .map(({ start, outcome, decided }) =>
          fact('time', time.key, start, {
            to: decided?.day ?? null,
            outcome: outcome === null ? null : 'done',
          }),
        )
    }),
    ...measuresOf(flow, known),
    ...placementsOf(flow, known, deadlines),
  ]
}

function fact(
  kind: FlowFact['kind'],
  key: string,
  event: CaseEvent,
  { to, outcome }: Pick<FlowFact, 'to' | 'outcome'>,
): FlowFact {
  return { kind, key, from: event.day, to, outcome, unit: event.unit, planOn: null, planDue: null }
}

function stepsOf(flow: CompiledFlow, event: CaseEvent): FlowFact[] {
  const sets: readonly (readonly [FlowStep, ReadonlySet<string>])[] = [
    ['assessment-opened', flow.opened],
    ['notification-closed', flow.settled],
    ['assessment-ended', flow.completed],
    ['case-closed', flow.closed],
    ['follow-up-held', flow.followUpsHeld],
    ['visit-held', flow.visitsHeld],
  ]
  return sets
    .filter(([, kinds]) => kinds.has(event.kind))
    .map(([step]) => fact('step', step, event, { to: event.day, outcome: null }))
}

function spansOf(
  events: readonly CaseEvent[],
  { closed }: CompiledFlow,
  { start, end, stop = none }: { start: Kinds; end: Kinds; stop?: Kinds },
  apartBy: readonly string[] = [],
): ReturnType<typeof pairSpans> {
  return pairSpans(events, { start, end, stop: without(new Set([...stop, ...closed]), end), apartBy })
}

type Kinds = ReadonlySet<string>
const none: Kinds = new Set()

/** Of a log whose cases end with what is timed, the closing is the end. */
function without(kinds: Kinds, others: Kinds): Kinds {
  return new Set([...kinds].filter((kind) => !others.has(kind)))
}

function timesOf(key: string, spans: readonly Span[]): FlowFact[] {
  return spans.map(({ start, end, how }) =>
    fact('time', key, start, { to: end?.day ?? null, outcome: how === 'ended' ? 'done' : how }),
  )
}

function measuresOf(flow: CompiledFlow, events: readonly CaseEvent[]): FlowFact[] {
  const { start, end, types } = flow.measures
  const typeOf = ({ attributes }: CaseEvent) =>
    types.map((name) => attributes[name] ?? '').find((type) => type !== '') ?? ''
  const { spans, loose } = spansOf(events, flow, { start, end }, types)
  return [
    ...spans.map((span) => fact('measure', typeOf(span.start), span.start, lasting(span))),
    ...loose.map((event) => looseEnd('measure', typeOf(event), event)),
  ]
}

function placementsOf(
  flow: CompiledFlow,
  events: readonly CaseEvent[],
  deadlines: readonly Deadline[],
): FlowFact[] {
  const { start, end, plan } = flow.placements
  const { spans, loose } = spansOf(events, flow, { start, end })
  const ends = events.filter(({ kind }) => end.has(kind) || flow.measures.end.has(kind))
  const plans = events.filter(({ kind }) => plan.has(kind))
  const rules = new Set(flow.planRules.map(({ id }) => id))
  return [
    ...spans.map((span): FlowFact => {
      const { day } = span.start
      // A plan holds until what it is for has ended; of one day, what ends goes before what begins.
      const lastEnd = ends.findLast(
        (event) => event.day <= day && event !== span.end && areRelated(event, span.start, []),
      )
      const made = plans.find(
        (event) =>
          event.day >= (lastEnd?.day ?? -Infinity) &&
          event.day <= (span.end?.day ?? Infinity) &&
          areRelated(event, span.start, []),
      )
      const due = deadlines
        .filter(({ rule, started }) => rules.has(rule) && started !== null && started.day <= day)
        .flatMap((deadline) => deadline.due?.day ?? [])
      return {
        ...fact('placement', '', span.start, lasting(span)),
        planOn: made?.day ?? null,
        planDue: due.length === 0 ? null : Math.max(...due),
      }
    }),
    ...loose.map((event) => looseEnd('placement', '', event)),
  ]
}

function lasting({ end, how }: Span): Pick<FlowFact, 'to' | 'outcome'> {
  return { to: end?.day ?? null, outcome: how === 'stopped' ? 'closed' : how }
}

function looseEnd(kind: FlowFact['kind'], key: string, event: CaseEvent): FlowFact {
  return { ...fact(kind, key, event, { to: event.day, outcome: 'loose' }), from: null }
}
