import type { CaseEvent } from '../case-event.ts'
import { knownAttributes } from '../known-attributes.ts'
import { areRelated, isBefore } from '../related.ts'

/** Something that began with an event, and what ended it. */
export interface Span {
  readonly start: CaseEvent
  end: CaseEvent | null
  /** By what ends it as it should, or by what stops it, such as the closing of the case. */
  how: 'ended' | 'stopped' | null
}

/** Which events begin, end and stop something, and what else keeps several of them apart beside the child. */
export interface SpanKinds {
  readonly start: ReadonlySet<string>
  readonly end: ReadonlySet<string>
  readonly stop: ReadonlySet<string>
  readonly apartBy: readonly string[]
}

/**
 * Pairs starts and ends of a case: an end that says what it answers belongs to that; otherwise it ends the oldest that
 * runs and may have to do with it. What stops ends all that it may have to do with; an end that comes after that is the
 * better word. Of one day starts go first, then ends, then stops, unless times of day say otherwise. `events` must be in
 * order. Ends without a start come in `loose`.
 */
export function pairSpans(
  events: readonly CaseEvent[],
  { start, end, stop, apartBy }: SpanKinds,
): { readonly spans: readonly Span[]; readonly loose: readonly CaseEvent[] } {
  const spans: Span[] = []
  const loose: CaseEvent[] = []
  const byId = new Map<string, Span>()
  let running: Span[] = []
  const fits = ({ start: begun }: Span, event: CaseEvent) =>
    !isBefore(event, begun) && areRelated(begun, event, apartBy)
  const finish = (event: CaseEvent): void => {
    const named = byId.get(answerOf(event))
    const found =
      named !== undefined && fits(named, event)
        ? named
        : (running.find((span) => fits(span, event)) ??
          spans.find((span) => span.how === 'stopped' && fits(span, event)))
    if (found === undefined) loose.push(event)
    else if (found.how !== 'ended') {
      const at = running.indexOf(found)
      if (at !== -1) running.splice(at, 1)
      found.end = event
      found.how = 'ended'
    }
  }
  for (const day of byDay(events)) {
    for (const event of day) {
      if (!start.has(event.kind)) continue
      const span: Span = { start: event, end: null, how: null }
      spans.push(span)
      running.push(span)
      byId.set(event.attributes[knownAttributes.id] ?? '', span)
    }
    for (const event of day) if (end.has(event.kind)) finish(event)
    for (const event of day) {
      if (!stop.has(event.kind)) continue
      for (const span of running) if (fits(span, event)) [span.end, span.how] = [event, 'stopped']
      running = running.filter(({ how }) => how === null)
    }
  }
  return { spans, loose }
}

/** The id of the event that this one says it answers, or one that no event has. */
export function answerOf({ attributes }: CaseEvent): string {
  const answers = attributes[knownAttributes.answers] ?? ''
  return answers === '' ? '\u0000' : answers
}

/** Events in order, day by day. */
export function* byDay(events: readonly CaseEvent[]): Generator<readonly CaseEvent[]> {
  for (let from = 0; from < events.length;) {
    let to = from + 1
    while (to < events.length && events[to]?.day === events[from]?.day) to += 1
    yield events.slice(from, to)
    from = to
  }
}
