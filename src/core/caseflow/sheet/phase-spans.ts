import type { CaseEvent } from '../case-event.ts'
import { phases, type Phase } from './kind-groups.ts'

/** A phase that the case, or one child of it, was or is in. Days as days since 1970-01-01. */
export interface PhaseSpan {
  readonly phase: Phase
  /** '' where the source names no child. */
  readonly child: string
  /** Which measure, where the source says. */
  readonly measure: string | null
  readonly from: number
  /** Null: it still runs. */
  readonly to: number | null
}

type SpanEvent = Pick<CaseEvent, 'kind' | 'day' | 'child' | 'attributes'>

/**
 * The phases of a case, by their first day. `events` in their order. An end belongs to the oldest start that still
 * runs, of the same child and the same measure where both are named; an end without a start tells of nothing that can be
 * drawn.
 */
export function phaseSpans(events: readonly SpanEvent[]): readonly PhaseSpan[] {
  return phases
    .flatMap((phase) => spansOf(phase, events))
    .filter(({ phase, from, to }) => phase.waits !== true || from !== to)
    .map((span, at) => ({ span, at }))
    .toSorted((a, b) => a.span.from - b.span.from || a.at - b.at)
    .map(({ span }) => span)
}

/** Whether anything in the case has begun and not ended. */
export function isRunning(spans: readonly PhaseSpan[]): boolean {
  return spans.some(({ to }) => to === null)
}

function spansOf(phase: Phase, events: readonly SpanEvent[]): readonly PhaseSpan[] {
  const spans: { phase: Phase; child: string; measure: string | null; from: number; to: number | null }[] = []
  for (const event of events) {
    const measure = measureOf(event)
    const fits = (span: (typeof spans)[number]) =>
      span.to === null &&
      isSame(span.child, event.child) &&
      (measure === null || span.measure === null || span.measure === measure)
    if (phase.endsAll.includes(event.kind))
      for (const span of spans) if (span.to === null && isSame(span.child, event.child)) span.to = event.day
    if (phase.ends.includes(event.kind)) {
      const oldest = spans.find(fits)
      if (oldest !== undefined) oldest.to = event.day
    }
    if (phase.starts.includes(event.kind))
      spans.push({ phase, child: event.child, measure, from: event.day, to: null })
  }
  return spans
}

/** A child that one of them does not name may be any. */
function isSame(a: string, b: string): boolean {
  return a === '' || b === '' || a === b
}

function measureOf({ attributes }: SpanEvent): string | null {
  const measure = attributes['measure'] ?? ''
  return measure === '' ? null : measure
}
