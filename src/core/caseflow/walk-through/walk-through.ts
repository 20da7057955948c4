import { addDays } from '../../calendar/days.ts'

/** Who took part in a walk-through. Without a person: somebody from outside the house. */
export interface WalkThroughParticipant {
  readonly person: string | null
  readonly name: string
}

/** What can be said of an agreement, one after the other; the last one counts. */
export const agreementOutcomes = ['done', 'dropped', 'reopened'] as const
export type AgreementOutcome = (typeof agreementOutcomes)[number]

export const agreementStates = ['open', 'done', 'dropped'] as const
export type AgreementState = (typeof agreementStates)[number]

export interface AgreementFacts {
  /** ISO day. */
  readonly dueOn: string
  /** The last thing said of it; null: nothing yet. */
  readonly outcome: AgreementOutcome | null
}

export function agreementState({ outcome }: Pick<AgreementFacts, 'outcome'>): AgreementState {
  return outcome === null || outcome === 'reopened' ? 'open' : outcome
}

/** Late from the day after it was due; what is done or dropped is late no more. */
export function isAgreementLate(agreement: AgreementFacts, today: string): boolean {
  return agreementState(agreement) === 'open' && agreement.dueOn < today
}

/** A walk-through is written down within so many days. */
const daysBack = 60

/** The days that a walk-through can be dated: it has been held, and not long ago. */
export function refusalOfWalkThroughDay(day: string, today: string): 'walk-through-day' | null {
  return day > today || day < addDays(today, -daysBack) ? 'walk-through-day' : null
}

export type OutcomeRefusal = 'agreement-settled' | 'agreement-not-settled' | 'agreement-reason-missing'

/** Why this cannot be said of an agreement now; null: it can. What is dropped or opened again is so for a reason. */
export function refusalOfOutcome(
  state: AgreementState,
  outcome: AgreementOutcome,
  note: string | null,
): OutcomeRefusal | null {
  if (outcome === 'reopened') {
    if (state === 'open') return 'agreement-not-settled'
  } else if (state !== 'open') return 'agreement-settled'
  return outcome !== 'done' && note === null ? 'agreement-reason-missing' : null
}
