import type { ReviewState } from './review.ts'

/** How far one of two who review apart is with their own form. */
export interface OwnForm {
  readonly startedAt: Date | null
  /** Null: not handed in. */
  readonly submittedAt: Date | null
  readonly minutes: number | null
}

/** Where somebody stands who reviews apart from a colleague. */
export const apartSteps = ['own', 'waiting', 'merging', 'merged'] as const
export type ApartStep = (typeof apartSteps)[number]

/** `colleaguesReady`: whoever else reviews the case has handed in, or there is nobody else. */
export function apartStep(state: ReviewState, own: OwnForm, colleaguesReady: boolean): ApartStep {
  if (state === 'submitted') return 'merged'
  if (own.submittedAt === null) return 'own'
  return colleaguesReady ? 'merging' : 'waiting'
}

/** The state of one's own form while the review itself is open. */
export function ownState({ startedAt }: OwnForm): Extract<ReviewState, 'assigned' | 'in-progress'> {
  return startedAt === null ? 'assigned' : 'in-progress'
}
