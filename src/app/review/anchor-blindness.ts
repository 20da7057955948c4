import type { ReviewHead } from '../../storage/review/review.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

/** Whether a review could be an anchor's and this person must not be able to tell, until the round closes (decision 0010). */
export function isBlind(context: Context, { hasAnchors, roundClosed }: ReviewHead): boolean {
  return hasAnchors && !roundClosed && !authorise(context, 'anchor.read').ok
}

interface DatedFacts {
  readonly started: string
  readonly completed: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
}

const anyDay = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/

/** A case's facts with nothing that tells how old it is; `shared` are the columns that all of the level's cases have. */
export function withoutDates<F extends DatedFacts>(facts: F, shared: ReadonlySet<string>) {
  return {
    ...facts,
    started: null,
    completed: null,
    attributes: facts.attributes.filter(({ name, value }) => shared.has(name) && !anyDay.test(value)),
  }
}
