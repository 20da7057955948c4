import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import {
  getReviewComment,
  isReviewComment,
  saveReviewComment as store,
} from '../../storage/review/review-comment.ts'
import { findReview } from '../../storage/review/review.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { againWhenOvertaken, Overtaken } from './overtaken.ts'
import { situationOf } from './situation.ts'

interface CommentSave {
  readonly comment: string | null
  /** The comment that the caller saw. */
  readonly before: string | null
}

/** Saves the comment on the whole review. */
export function saveReviewComment(
  context: Context,
  id: ReviewId,
  save: CommentSave,
): Promise<Result<undefined>> {
  return againWhenOvertaken(() => saveOnce(context, id, save))
}

async function saveOnce(context: Context, id: ReviewId, save: CommentSave): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('comment', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    if (await isReviewComment(tx.reader, id, save.comment)) return done()
    const entry = { subjectKind: 'review', subjectId: id } as const
    if (!(await isReviewComment(tx.reader, id, save.before))) {
      const reader = await tx.recordAccess({ act: 'show-current-comment', ...entry })
      return { ...refused('outdated-version'), current: { comment: await getReviewComment(reader, id) } }
    }
    const writer = await tx.recordChange({ room: 'review', act: 'comment', ...entry })
    if (!(await store(writer, id, head.state, save))) throw new Overtaken()
    return done()
  })
}
