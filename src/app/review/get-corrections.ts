import type { Corrections } from '../../contract/review/corrections.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { allowedCorrections } from '../../core/review/correction.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listReviewEvents } from '../../storage/review/review-event.ts'
import {
  findReview,
  listReviewsOfCase,
  type ReviewHead,
  type ReviewOfCase,
} from '../../storage/review/review.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { correctableOf } from './correction-situation.ts'
import { openPair } from './level-pair.ts'
import { situationOf, viewerOf } from './situation.ts'

/** What the caller may do with a review beside answering it, and why it came back. */
export async function getCorrections(
  context: Context,
  id: ReviewId,
): Promise<Result<Immutable<Corrections>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const ofCase = await listReviewsOfCase(tx.reader, head.roundId, head.caseStageId)
    const { situation, facts } = await correctableOf(context, tx.reader, head, programme, ofCase)
    const { standing } = situationOf(context, head)
    if (standing === 'stranger' && !situation.leadsTheAudit && !situation.isAbove) return refused('not-found')
    const viewer = viewerOf(context, head, programme)
    // Whoever leads without reviewing (an administrator) sends back what they cannot read.
    const closed = standing === 'stranger' || isSealed(head, viewer, ofCase, head.roundClosed)
    return done({
      acts: allowedCorrections(situation),
      kept: facts.kept,
      influenced: facts.influenced,
      returned:
        head.state === 'in-progress' && facts.kept > 0 && !closed ? await readReturn(context, tx, id) : null,
      above: viewer.isReviewer ? await findAbove(context, tx.reader, head, programme, ofCase) : null,
    })
  })
}

async function readReturn(context: Context, tx: Transaction, review: ReviewId) {
  const reader = await tx.recordAccess({ act: 'read-return', subjectKind: 'review', subjectId: review })
  const events = await listReviewEvents(reader, review)
  const last = events.findLast(({ kind }) => kind === 'returned' || kind === 'reopened')
  if (last === undefined) return null
  const { at, by, reason, personId } = last
  return { by, at: at.toISOString(), reason, own: personId === context.actor.personId }
}

async function findAbove(
  context: Context,
  reader: Reader,
  head: ReviewHead,
  programme: Programme,
  ofCase: readonly ReviewOfCase[],
) {
  const levels = programme.levels.filter(({ from }) => from === head.level).map(({ level }) => level)
  const above = ofCase.find(({ level, state }) => levels.includes(level) && state === 'submitted')
  if (above === undefined) return null
  const opened = await openPair(context, reader, above.id, { whileCorrecting: true })
  if (!opened.ok) return null
  return { review: above.id, level: above.level, title: getLevel(programme, above.level).title }
}
