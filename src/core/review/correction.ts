import type { ReviewState } from './review.ts'

/**
 * What can be done with a review beside answering it. `return`: send it back to be corrected. `undo`: its reviewer takes
 * a slip back. `write-off`: it will not be made. `restore`: it will be made after all.
 */
export const correctionActs = ['return', 'undo', 'write-off', 'restore'] as const
export type CorrectionAct = (typeof correctionActs)[number]

export type CorrectionRefusal =
  | 'not-permitted'
  | 'not-your-review'
  | 'own-review'
  | 'own-correction'
  | 'round-closed'
  | 'not-submitted'
  | 'already-submitted'
  | 'submitted-before'
  | 'written-off'
  | 'not-written-off'
  | 'case-replaced'
  | 'undo-over'

export interface CorrectionSituation {
  readonly state: ReviewState
  readonly roundClosed: boolean
  readonly isReviewer: boolean
  /** Reviews the case at the level above, has submitted there, and sees this review. */
  readonly isAbove: boolean
  readonly leadsTheAudit: boolean
  /** One of two who review apart: their own form is handed in, the review still open. */
  readonly handedIn: boolean
  /** Since the submission, or the hand-in. Null: neither. */
  readonly minutesSinceSubmission: number | null
  /** Somebody other than its reviewers has opened its answers, or could have: another level has submitted the case. */
  readonly seenByOthers: boolean
  /** It was submitted before and sent back. */
  readonly submittedBefore: boolean
  /** The case was taken out of the draw and another came in. */
  readonly replaced: boolean
}

/** Long enough to notice a slip on the page that follows; too short to ask around and think again. */
export const undoMinutes = 30

/** Why the act is refused, or null when it may be done. A closed round is closed for all of them. */
export function refusalOfCorrection(
  act: CorrectionAct,
  situation: CorrectionSituation,
): CorrectionRefusal | null {
  const { roundClosed } = situation
  const who = refusalByPerson(act, situation)
  return who ?? (roundClosed ? 'round-closed' : refusalByState(act, situation))
}

function refusalByPerson(
  act: CorrectionAct,
  { isReviewer, isAbove, leadsTheAudit }: CorrectionSituation,
): CorrectionRefusal | null {
  if (act === 'undo') return isReviewer ? null : 'not-your-review'
  if (act === 'return') {
    // Whoever could send their own work back could think again for ever.
    if (isReviewer) return 'own-correction'
    return isAbove || leadsTheAudit ? null : 'not-permitted'
  }
  if (!leadsTheAudit) return 'not-permitted'
  // Nobody is to be rid of a case that they would rather not answer for.
  return act === 'write-off' && isReviewer ? 'own-review' : null
}

function refusalByState(act: CorrectionAct, situation: CorrectionSituation): CorrectionRefusal | null {
  const { state, handedIn, minutesSinceSubmission, seenByOthers, submittedBefore, replaced } = situation
  switch (act) {
    case 'return':
    case 'undo':
      if (state === 'written-off') return 'written-off'
      if (state !== 'submitted' && !(act === 'undo' && handedIn)) return 'not-submitted'
      return act === 'undo' && (seenByOthers || (minutesSinceSubmission ?? 0) > undoMinutes)
        ? 'undo-over'
        : null
    case 'write-off':
      if (state === 'submitted') return 'already-submitted'
      if (state === 'written-off') return 'written-off'
      // A judgement that was given must not leave the figures in two steps, by sending it back and giving it up.
      return submittedBefore ? 'submitted-before' : null
    case 'restore':
      if (state !== 'written-off') return 'not-written-off'
      return replaced ? 'case-replaced' : null
  }
  return act satisfies never
}

export function allowedCorrections(situation: CorrectionSituation): readonly CorrectionAct[] {
  return correctionActs.filter((act) => refusalOfCorrection(act, situation) === null)
}

/** Why a review will not be made; the report counts them. */
export const writeOffReasons = ['case-unavailable', 'no-reviewer', 'no-time', 'other'] as const
export type WriteOffReason = (typeof writeOffReasons)[number]
