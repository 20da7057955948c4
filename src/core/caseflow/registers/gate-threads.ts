import type { CaseEvent } from '../case-event.ts'
import { compareEvents } from '../compare-events.ts'
import { apartAttribute, shownKinds, type SteppedRegister } from './register.ts'

/** One safety plan, placement or disagreement of a case, with its events in order. */
export interface GateThread<E extends CaseEvent = CaseEvent> {
  /** What keeps it apart from others of the case; '' where the events do not say. */
  readonly about: string
  readonly child: string
  readonly events: readonly E[]
}

const endings: Readonly<Record<SteppedRegister, string>> = {
  'safety-plan': 'safety-plan-ended',
  placement: 'placement-ended',
  disagreement: 'responsibility-settled',
}

/**
 * The plans, placements or disagreements of a case, the oldest first. Events belong together by what they say they are
 * about; what says nothing belongs to each, as the rules read it, and what comes after an end begins the next.
 */
export function threadsOf<E extends CaseEvent>(
  register: SteppedRegister,
  events: readonly E[],
): readonly GateThread<E>[] {
  const attribute = apartAttribute[register]
  const kinds: readonly string[] = shownKinds[register]
  const known = events.filter(({ kind }) => kinds.includes(kind)).toSorted(compareEvents)
  const named = [...new Set(known.map((event) => event.attributes[attribute] ?? ''))].filter(
    (about) => about !== '',
  )
  const threads = (named.length === 0 ? [''] : named).flatMap((about) => {
    const own = known.filter((event) => ['', about].includes(event.attributes[attribute] ?? ''))
    const children = [...new Set(own.map(({ child }) => child))].filter((child) => child !== '')
    return (children.length === 0 ? [''] : children).flatMap((child) =>
      splitAtEnds(
        own.filter((event) => event.child === '' || event.child === child),
        endings[register],
      ).map((part): GateThread<E> => ({ about, child, events: part })),
    )
  })
  return threads.filter((thread) => thread.events.some((event) => event.kind !== 'exception-recorded'))
}

function splitAtEnds<E extends CaseEvent>(events: readonly E[], ending: string): readonly (readonly E[])[] {
  const parts: E[][] = []
  let isOpen = false
  for (const event of events) {
    if (isOpen) parts.at(-1)?.push(event)
    else parts.push([event])
    isOpen = event.kind !== ending
  }
  return parts
}
