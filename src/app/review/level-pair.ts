import type { PairSide } from '../../core/review/difference.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { PersonId, ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { getCorrectionFacts } from '../../storage/review/correction.ts'
import { findReview, listReviewsOfCase, type ReviewHead } from '../../storage/review/review.ts'
import type { Reader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { situationOf, viewerOf } from './situation.ts'

/** A submitted review and the review of the same case at the level below. */
export interface LevelPair {
  readonly programme: Programme
  readonly own: ReviewHead
  /** Undefined: the level below has no review of the case. */
  readonly below: ReviewHead | undefined
  readonly side: PairSide
}

/**
 * A review beside the one below it, for the reviewers of either and for who may read the higher one; only where the seal
 * lets the caller see both. `below` may be unsubmitted; its answers are then nobody's to see. With `whileCorrecting` the
 * two sides' reviewers get in although one of the reviews has been sent back: for what they wrote, not for answers.
 */
export async function openPair(
  context: Context,
  reader: Reader,
  id: ReviewId,
  { whileCorrecting = false }: { readonly whileCorrecting?: boolean } = {},
): Promise<Result<LevelPair>> {
  const { personId } = context.actor
  const own = await findReview(reader, id, personId)
  if (own === undefined) return refused('not-found')
  const { programme } = await getProgrammeVersion(reader, own.programmeVersionId)
  const ofCase = await listReviewsOfCase(reader, own.roundId, own.caseStageId)
  const found = ofCase.find(({ level }) => level === getLevel(programme, own.level).from)
  const below = found && (await findReview(reader, found.id, personId))
  const situation = situationOf(context, own)
  const fromBelow =
    situation.standing !== 'reviewer' &&
    below !== undefined &&
    situationOf(context, below).standing === 'reviewer'
  const side = situation.standing === 'reviewer' ? 'above' : fromBelow ? 'below' : 'reader'
  const pair = { programme, own, below, side } as const
  const correcting = whileCorrecting && side !== 'reader'
  if (correcting && (await isDiscussionOpen(reader, pair))) return done(pair)
  // The lower level learns of the higher one's review by its submission.
  const hidden = situation.standing === 'stranger' && own.state !== 'submitted'
  const standing = fromBelow && !hidden ? 'reader' : situation.standing
  const refusal = refusalOf('compare', { ...situation, standing })
  if (refusal !== null) return refused(refusal)
  const seals = [own, ...(below?.state === 'submitted' ? [below] : [])]
  return seals.some((head) => isSealed(head, viewerOf(context, head, programme), ofCase, head.roundClosed))
    ? refused('sealed')
    : done(pair)
}

/** The reviewers of a review. */
export function reviewersOf({ assignedTo, assignedWith }: ReviewHead): readonly PersonId[] {
  return [assignedTo, assignedWith].filter((person) => person !== null)
}

/** Both levels have submitted the case, now or before it was sent back: neither can be told an answer any more. */
export async function isDiscussionOpen(reader: Reader, { own, below }: LevelPair): Promise<boolean> {
  if (below === undefined) return false
  const [above, under] = [await getCorrectionFacts(reader, own), await getCorrectionFacts(reader, below)]
  return (own.state === 'submitted' || above.kept > 0) && (below.state === 'submitted' || under.kept > 0)
}
