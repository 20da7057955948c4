import type { listAddedFindings } from '../../contract/finding/finding-acts.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import {
  holdAddition,
  listAdditions,
  saveAddition,
  withdrawAddition,
} from '../../storage/finding/finding-addition.ts'
import { holdFindingsOf } from '../../storage/finding/finding-sources.ts'
import { getId, type FindingAdditionId, type ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { holdReview } from '../../storage/review/merge.ts'
import { findReview, type ReviewHead } from '../../storage/review/review.ts'
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
    const refusal = refusalToWrite(context, found)
    if (refusal !== null) return refused(refusal)
    // In words that fit any writing in a review: the log is read by people from whom the answers are sealed.
    const reader = await tx.recordAccess({ act: 'add-to-review', ...subject })
    await holdReview(reader, id)
    const writer = await tx.recordChange({ room: 'review', act: 'add-to-review', ...subject })
    await holdFindingsOf(writer, [id])
    await saveAddition(writer, { review: id, by: context.actor.personId, text, at: context.now })
    const { programme } = await getProgrammeVersion(reader, found.programmeVersionId)
    await findErrors(writer, id, programme, context.now)
    return done()
  })
}

/** The id in an address whose form the contract has checked. */
export function additionIdOf(text: string): FindingAdditionId {
  return getId<FindingAdditionId>(text)
}

/**
 * A reviewer added an error by mistake. They may take it back as long as nobody has done anything about it: then others have
 * judged it an error too. What was written stays on record; the finding falls away unless others found the same.
 */
export async function withdrawAdded(
  context: Context,
  id: ReviewId,
  addition: FindingAdditionId,
): Promise<Result<undefined>> {
  const { personId: person } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findReview(tx.reader, id, person)
    if (found === undefined) return refused('not-found')
    const refusal = refusalToWrite(context, found)
    if (refusal !== null) return refused(refusal)
    const subject = { subjectKind: 'review', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'add-to-review', ...subject })
    await holdReview(reader, id)
    await holdFindingsOf(reader, [id])
    const held = await holdAddition(reader, { id: addition, review: id, person })
    if (held === undefined) return refused('not-found')
    if (held.actedOn) return refused('finding-acted-on')
    const writer = await tx.recordChange({ room: 'review', act: 'add-to-review', ...subject })
    await withdrawAddition(writer, addition, context.now)
    const { programme } = await getProgrammeVersion(reader, found.programmeVersionId)
    await findErrors(writer, id, programme, context.now)
    return done()
  })
}

/** A submitted review is no longer written in, but its reviewer may still have noticed something. */
function refusalToWrite(context: Context, head: ReviewHead) {
  const refusal = refusalOf('comment', situationOf(context, head))
  return refusal === 'already-submitted' || refusal === 'handed-in' ? null : refusal
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
    const found = await listAdditions(reader, id, context.actor.personId)
    const writes = refusalToWrite(context, head) === null
    return done({
      findings: found.map(({ id: addition, text, at, own, actedOn }) => ({
        id: addition,
        text,
        at: at.toISOString(),
        withdrawable: writes && own && !actedOn,
      })),
    })
  })
}
