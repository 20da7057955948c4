import type { MyReviews, ReviewTask } from '../../contract/review/my-reviews.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import { askedQuestions, formProgress } from '../../core/review/asked-questions.ts'
import { escalatingAnswer } from '../../core/review/escalating-answer.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import {
  countUnassigned,
  listOpenReviews,
  listSubmittedLately,
  type MyReview,
} from '../../storage/review/my-reviews.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, type Result } from '../frame/result.ts'
import { addDays, mondayOf } from '../../core/calendar/days.ts'
import { daysBetween } from '../../core/review/days-between.ts'
import { countDone } from '../../storage/review/my-week.ts'
import { readMyDue, type Due } from './my-due.ts'

/** What waits for the caller. Never refused: someone without reviews has an empty list. */
export async function listMyReviews(context: Context): Promise<Result<Immutable<MyReviews>>> {
  const { own } = reachIn(context, 'review.answer')
  const give = reachIn(context, 'review.assign')
  const mayGive = give.municipality || give.units.length > 0
  const list = async (tx: Transaction) => {
    const counting = mayGive ? countUnassigned(tx.reader, give.municipality ? undefined : give.units) : null
    const days = { today: context.today, weekEnds: addDays(mondayOf(context.today), 6) }
    const nothing = { reviews: 0, minutes: 0 }
    if (!own)
      return done({
        reviews: false,
        open: [],
        submitted: [],
        doneToday: nothing,
        ...days,
        unassigned: await counting,
      })
    const reader = await tx.recordAccess({ act: 'list-my-reviews', subjectKind: 'review' })
    const { personId } = context.actor
    const [unassigned, due, open, submitted, doneToday] = await Promise.all([
      counting,
      readMyDue(reader, personId),
      listOpenReviews(reader, personId),
      listSubmittedLately(reader, personId),
      countDone(reader, personId, context.today),
    ])
    return done({
      reviews: true,
      open: inOrder(await toTasks(context, reader, open, due)),
      submitted: await toTasks(context, reader, submitted, due),
      doneToday,
      ...days,
      unassigned,
    })
  }
  return context.database.transaction(context.actor, list, { plans: 'once' })
}

async function toTasks(
  context: Context,
  reader: Reader,
  reviews: readonly MyReview[],
  due: ReadonlyMap<string, Due>,
): Promise<ReviewTask[]> {
  const tasks: ReviewTask[] = []
  for (const review of reviews) {
    const { programme } = await getProgrammeVersion(reader, review.programmeVersionId)
    const { level, title, minutes } = getLevel(programme, review.level)
    const stage = getStage(programme, review.stage)
    const answers = new Map(Object.entries(review.answers))
    const forecast = due.get(review.id)
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
      dueOn: forecast?.dueOn ?? null,
      forecast: forecast === undefined ? null : { minutes: forecast.minutes, basis: forecast.basis },
      // Only what is asked still: an answer that an earlier one took away says nothing.
      critical: askedQuestions(stage.questions, answers).some((question) => {
        const alarm = escalatingAnswer(question)
        return alarm !== null && answers.get(question.key) === alarm
      }),
      ...formProgress(stage.questions, answers),
      submittedAt: review.submittedAt?.toISOString() ?? null,
      minutes: review.minutes,
      ownCase: review.tookPart,
      merging: review.merging,
    })
  }
  return tasks
}

/** A child at risk first, then by the day it is due, the longest waiting first; what has no day comes last. */
function inOrder(tasks: readonly ReviewTask[]): readonly ReviewTask[] {
  const dayOf = ({ dueOn }: ReviewTask) => dueOn ?? '9999-12-31'
  return tasks.toSorted(
    (a, b) => Number(b.critical) - Number(a.critical) || dayOf(a).localeCompare(dayOf(b)) || b.age - a.age,
  )
}
