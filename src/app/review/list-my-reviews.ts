import type { MyReviews, ReviewTask } from '../../contract/review/my-reviews.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import { formProgress, isInForm } from '../../core/review/asked-questions.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import {
  countUnassigned,
  listOpenReviews,
  listSubmittedLately,
  type MyReview,
} from '../../storage/review/my-reviews.ts'
import type { Reader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, type Result } from '../frame/result.ts'
import { daysBetween } from '../../core/review/days-between.ts'

/** What waits for the caller. Never refused: someone without reviews has an empty list. */
export async function listMyReviews(context: Context): Promise<Result<MyReviews>> {
  const { own } = reachIn(context, 'review.answer')
  const give = reachIn(context, 'review.assign')
  const mayGive = give.municipality || give.units.length > 0
  return context.database.transaction(context.actor, async (tx) => {
    const unassigned = mayGive
      ? await countUnassigned(tx.reader, give.municipality ? undefined : give.units)
      : null
    if (!own) return done({ reviews: false, open: [], submitted: [], unassigned })
    const reader = await tx.recordAccess({ act: 'list-my-reviews', subjectKind: 'review' })
    const { personId } = context.actor
    return done({
      reviews: true,
      open: await toTasks(context, reader, await listOpenReviews(reader, personId)),
      submitted: await toTasks(context, reader, await listSubmittedLately(reader, personId)),
      unassigned,
    })
  })
}

async function toTasks(
  context: Context,
  reader: Reader,
  reviews: readonly MyReview[],
): Promise<ReviewTask[]> {
  const tasks: ReviewTask[] = []
  for (const review of reviews) {
    const { programme } = await getProgrammeVersion(reader, review.programmeVersionId)
    const { level, title, minutes } = getLevel(programme, review.level)
    const stage = getStage(programme, review.stage)
    const answers = new Map(Object.entries(review.answers))
    tasks.push({
      id: review.id,
      state: review.state,
      round: review.roundKey,
      level: { level, title },
      caseId: review.caseId,
      stage: stage.title,
      unit: review.unit,
      age: daysBetween(danishDay(review.drawnAt), context.today),
      minutesPlanned: minutes,
      ...formProgress(stage.questions.filter(isInForm), answers),
      submittedAt: review.submittedAt?.toISOString() ?? null,
      minutes: review.minutes,
      ownCase: review.tookPart,
    })
  }
  return tasks
}
