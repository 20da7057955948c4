import type { IndependenceVerdict } from '../../core/review/independence.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { saveExclusion } from '../../storage/review/independence.ts'
import { holdOpenReview } from '../../storage/review/pass-on.ts'
import { findReview } from '../../storage/review/review.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { passOn } from './pass-on.ts'
import { situationOf } from './situation.ts'

export interface Declaration {
  readonly verdict: IndependenceVerdict
  /** In the reviewer's own words. */
  readonly note: string | null
}

/**
 * A reviewer says whether they can judge the case independently. If not, the case goes to a colleague at once and never
 * comes back. Can be said at any time until submission, also after having said the opposite.
 */
export async function declareIndependence(
  context: Context,
  id: ReviewId,
  { verdict, note }: Declaration,
): Promise<Result<{ readonly passedOn: boolean }>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('declare', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const subject = { subjectKind: 'review', subjectId: id } as const
    const detail = { verdict }
    const reader = await tx.recordAccess({ act: 'declare-independence', ...subject, detail })
    const review = await holdOpenReview(reader, id)
    if (review === undefined) return refused('already-submitted')
    if (verdict === 'independent') {
      // Who took part cannot say that they did not.
      if (head.tookPart) return refused('own-case')
      if (head.declared) return done({ passedOn: false })
    }
    const writer = await tx.recordChange({ room: 'review', act: 'declare-independence', ...subject, detail })
    if (verdict === 'independent') {
      await saveReviewEvents(writer, [{ review: id, by: personId, kind: 'declared' }])
      return done({ passedOn: false })
    }
    await saveExclusion(writer, {
      person: personId,
      caseStage: head.caseStageId,
      review: id,
      ground: verdict,
    })
    await passOn(reader, writer, review, {
      from: personId,
      by: personId,
      kind: 'conflict',
      reason: note,
      detail: { ground: verdict },
      today: context.today,
    })
    return done({ passedOn: true })
  })
}
