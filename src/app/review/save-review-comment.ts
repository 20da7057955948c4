import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import {
  getReviewComment,
  isReviewComment,
  saveReviewComment as store,
} from '../../storage/review/review-comment.ts'
import { findOwnComment, saveOwnComment } from '../../storage/review/own-form.ts'
import { findReview, type ReviewHead } from '../../storage/review/review.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { countStarted } from './count-started.ts'
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
    if (head.apart) return saveOwn(context, tx, head, save)
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

/** The comment of one who fills in a form of their own. */
async function saveOwn(
  context: Context,
  tx: Transaction,
  head: ReviewHead,
  { comment, before }: CommentSave,
): Promise<Result<undefined>> {
  const { personId: by } = context.actor
  const entry = { subjectKind: 'review', subjectId: head.id } as const
  const current = await findOwnComment(tx.reader, head.id, by)
  if (current === comment) return done()
  if (current !== before) {
    await tx.recordAccess({ act: 'show-current-comment', ...entry })
    return { ...refused('outdated-version'), current: { comment: current } }
  }
  const writer = await tx.recordChange({ room: 'review', act: 'comment', ...entry })
  if (!(await saveOwnComment(writer, head, { by, at: context.now, before, comment }))) throw new Overtaken()
  await countStarted(writer, head)
  return done()
}
