import type { RegistryFinding } from './registry-finding.ts'

/**
 * How registry and reviewer stand to each other at one question of one case:
 * - `registry-only`: the registry's dates say in time, the reviewer says it was not kept.
 * - `reviewer-only`: the registry's dates say late, the reviewer says it was kept.
 * - `not-applicable`: one of them, or both, found nothing to judge.
 */
export const outcomes = [
  'agree-in-time',
  'agree-late',
  'registry-only',
  'reviewer-only',
  'not-applicable',
  'cannot-tell',
  'not-matched',
] as const
export type Outcome = (typeof outcomes)[number]

/** `kept`: whether the reviewer found that the question was complied with; null where it did not apply. */
export function outcomeOf({ state }: RegistryFinding, kept: boolean | null): Outcome {
  // What the reviewer found nothing to judge in need not be found in the registry.
  if (kept === null) return 'not-applicable'
  switch (state) {
    case 'in-time':
      return kept ? 'agree-in-time' : 'registry-only'
    case 'late':
      return kept ? 'reviewer-only' : 'agree-late'
    case 'not-applicable':
    case 'cannot-tell':
    case 'not-matched':
      return state
  }
  return state satisfies never
}

/** Whether both sides said something that can be compared. */
export function isCompared(outcome: Outcome): boolean {
  return isAgreement(outcome) || isDisagreement(outcome)
}

export function isAgreement(outcome: Outcome): boolean {
  return outcome === 'agree-in-time' || outcome === 'agree-late'
}

export function isDisagreement(outcome: Outcome): boolean {
  return outcome === 'registry-only' || outcome === 'reviewer-only'
}
