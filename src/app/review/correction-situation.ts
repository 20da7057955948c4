import type { Programme } from '../../core/programme/programme.ts'
import type { CorrectionSituation } from '../../core/review/correction.ts'
import { isSealed } from '../../core/review/seal.ts'
import { getCorrectionFacts, type CorrectionFacts } from '../../storage/review/correction.ts'
import { findReview, type ReviewHead, type ReviewOfCase } from '../../storage/review/review.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { situationOf, viewerOf } from './situation.ts'

export interface Correctable {
  readonly situation: CorrectionSituation
  readonly facts: CorrectionFacts
  /** Another level's answers to the case are open to this review's reviewers: what they change now is not independent. */
  readonly openToReviewers: boolean
}

/** Everything that decides whether the caller may send a review back, undo, write off or restore it. */
export async function correctableOf(
  context: Context,
  reader: Reader,
  head: ReviewHead,
  programme: Programme,
  ofCase: readonly ReviewOfCase[],
): Promise<Correctable> {
  const facts = await getCorrectionFacts(reader, head)
  const openToReviewers = ofCase.some(({ id, state }) => id !== head.id && state === 'submitted')
  const handedIn = head.apart && isOpen(head) && head.ownSubmittedAt !== null
  const given = handedIn ? head.ownSubmittedAt : head.submittedAt
  const sinceSubmission = given === null ? null : (context.now.getTime() - given.getTime()) / 60_000
  return {
    facts,
    openToReviewers,
    situation: {
      state: head.state,
      roundClosed: head.roundClosed,
      isReviewer: viewerOf(context, head, programme).isReviewer,
      isAbove: await isAbove(context, reader, head, programme, ofCase),
      leadsTheAudit: authorise(context, 'review.write-off').ok,
      minutesSinceSubmission: sinceSubmission,
      // Both forms open to both when the second is handed in, and to nobody before.
      seenByOthers: handedIn ? head.colleaguesReady : facts.lookedAt || openToReviewers,
      handedIn,
      submittedBefore: facts.kept > 0,
      replaced: facts.replaced,
    },
  }
}

function isOpen({ state }: ReviewHead): boolean {
  return state === 'assigned' || state === 'in-progress'
}

/** Reviews the case at the level above, has submitted there, and sees this review's answers once it is submitted. */
async function isAbove(
  context: Context,
  reader: Reader,
  head: ReviewHead,
  programme: Programme,
  ofCase: readonly ReviewOfCase[],
): Promise<boolean> {
  const levels = programme.levels.filter(({ from }) => from === head.level).map(({ level }) => level)
  const above = ofCase.find(({ level, state }) => levels.includes(level) && state === 'submitted')
  if (above === undefined) return false
  const submitted = { level: head.level, state: 'submitted' } as const
  if (isSealed(submitted, viewerOf(context, head, programme), ofCase, head.roundClosed)) return false
  const own = await findReview(reader, above.id, context.actor.personId)
  return own !== undefined && !own.tookPart && situationOf(context, own).standing === 'reviewer'
}
