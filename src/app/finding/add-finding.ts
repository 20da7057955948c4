import type { listAddedFindings } from '../../contract/finding/finding-acts.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { listAddedFindings as listStored, saveAddedFinding } from '../../storage/finding/finding-detail.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { holdReview } from '../../storage/review/merge.ts'
import { findReview } from '../../storage/review/review.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { situationOf } from '../review/situation.ts'
import { findErrors } from './find-errors.ts'

/**
 * A reviewer has seen an error that no question asks about. Nobody else sees it before the review is submitted, and it
 * stands as long as the submission does. Of an anchor it is kept with the review and becomes no finding; the reviewer
 * cannot tell.
 */
export async function addFinding(context: Context, id: ReviewId, text: string): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findReview(tx.reader, id, context.actor.personId)
    if (found === undefined) return refused('not-found')
    const subject = { subjectKind: 'review', subjectId: id } as const
    const situation = situationOf(context, found)
    // A submitted review is no longer written in, but its reviewer may still have noticed something.
    const refusal = refusalOf('comment', situation)
    if (refusal !== null && refusal !== 'already-submitted' && refusal !== 'handed-in')
      return refused(refusal)
    const reader = await tx.recordAccess({ act: 'add-finding', ...subject })
    await holdReview(reader, id)
    const writer = await tx.recordChange({ room: 'finding', act: 'add-finding', ...subject })
    await saveAddedFinding(writer, { review: id, by: context.actor.personId, text, at: context.now })
    const { programme } = await getProgrammeVersion(reader, found.programmeVersionId)
    await findErrors(writer, id, programme, context.now)
    return done()
  })
}

/** What its reviewers have added to a review, to themselves. */
export async function listAdded(
  context: Context,
  id: ReviewId,
): Promise<Result<Immutable<RouteOutput<typeof listAddedFindings>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined || situationOf(context, head).standing === 'stranger') return refused('not-found')
    if (situationOf(context, head).standing !== 'reviewer') return refused('not-your-review')
    const reader = await tx.recordAccess({ act: 'list-added-findings', subjectKind: 'review', subjectId: id })
    const found = await listStored(reader, id, context.actor.personId)
    return done({ findings: found.map(({ text, at }) => ({ text, at: at.toISOString() })) })
  })
}
