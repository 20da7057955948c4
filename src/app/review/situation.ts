import { levelsOf } from '../../core/review/seal.ts'
import type { ReviewSituation, Standing } from '../../core/review/review-acts.ts'
import { rolesOn } from '../../core/access/role.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { ReviewHead } from '../../storage/review/review.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

function isReviewer({ actor }: Context, { assignedTo, assignedWith }: ReviewHead): boolean {
  return assignedTo === actor.personId || assignedWith === actor.personId
}

/** How the caller stands to a review; roles count by the day. */
export function situationOf(context: Context, head: ReviewHead): ReviewSituation {
  const { state, tookPart, declared, roundClosed } = head
  const handedIn = head.apart && head.ownSubmittedAt !== null
  return { state, tookPart, declared, roundClosed, handedIn, standing: standingTo(context, head) }
}

function standingTo(context: Context, head: ReviewHead): Standing {
  if (isReviewer(context, head) && authorise(context, 'review.answer', { kind: 'own' }).ok) return 'reviewer'
  const unit = { kind: 'unit', unit: head.unitId } as const
  return authorise(context, 'review.read', unit).ok ? 'reader' : 'stranger'
}

/** What the seal asks about the caller. */
export function viewerOf(context: Context, head: ReviewHead, programme: Programme) {
  const roles = rolesOn(context.roles, context.today).map(({ role }) => role)
  return { isReviewer: isReviewer(context, head), levels: levelsOf(programme.levels, roles) }
}
