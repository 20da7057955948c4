import type { Feedback, FeedbackPoint, FeedbackSummary } from '../../contract/review/feedback.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { isCompliant } from '../../core/programme/compliant.ts'
import { legalReference } from '../../core/programme/legal-reference.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme, Question } from '../../core/programme/programme.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers } from '../../storage/review/answers.ts'
import * as store from '../../storage/review/feedback.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** The released reviews of the caller's own work. */
export async function listFeedback(
  context: Context,
): Promise<Result<{ readonly feedback: readonly Immutable<FeedbackSummary>[] }>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-feedback', subjectKind: 'feedback' })
    const feedback: Immutable<FeedbackSummary>[] = []
    for (const head of await store.listFeedback(reader, context.actor.personId)) {
      const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
      feedback.push(toSummary(head, programme))
    }
    return done({ feedback })
  })
}

/** One of them. Whose it is not, for them it does not exist. */
export async function getFeedback(context: Context, id: ReviewId): Promise<Result<Immutable<Feedback>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'read-feedback', subjectKind: 'feedback', subjectId: id })
    const found = await openFeedback(context, reader, id)
    if (found === undefined) return refused('not-found')
    const { head, programme, answered, replies } = found
    const inOrder = answered.filter(({ compliant }) => compliant === true)
    const points = answered.filter(
      ({ question, compliant }) => compliant === false || (compliant !== null && replies.has(question.key)),
    )
    const stage = getStage(programme, head.stage)
    const titleOf = (section: number) =>
      stage.sections.find(({ number }) => number === section)?.title ?? stage.title
    return done({
      ...toSummary(head, programme),
      comment: head.state === 'submitted' ? head.comment : null,
      strengths: stage.sections.flatMap(({ number, title }) => {
        const here = inOrder.filter(({ question }) => question.section === number)
        if (here.length === 0) return []
        return {
          section: title,
          whole: !points.some(
            ({ question, compliant }) => question.section === number && compliant === false,
          ),
          points: here.map(({ question }) => ({ number: question.number, text: question.text })),
        }
      }),
      points: points.map(({ question, compliant, comment }): Immutable<FeedbackPoint> => ({
        question: question.key,
        number: question.number,
        text: question.text,
        section: titleOf(question.section),
        nowInOrder: compliant === true,
        comment,
        law: lawOf(question, head.completed, programme),
        guidance: question.guidance ?? null,
        reply: toReply(replies.get(question.key)),
      })),
      programmeStatus: programme.status ?? null,
    })
  })
}

export interface AnsweredPoint {
  readonly question: Question
  /** Null: not applicable, or nothing that is judged. */
  readonly compliant: boolean | null
  readonly comment: string | null
}

/** A released review with its judgements in the form's order; without them while it is being corrected. */
export async function openFeedback(context: Context, reader: PersonalReader, id: ReviewId) {
  const { personId } = context.actor
  const head = await store.findFeedback(reader, id, personId)
  if (head === undefined) return undefined
  const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
  const answers = head.state === 'submitted' ? await listAnswers(reader, id) : []
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]))
  const answered = getStage(programme, head.stage).questions.flatMap((question): AnsweredPoint[] => {
    const found = byQuestion.get(question.key)
    if (found?.answer === undefined || found.answer === null) return []
    return [{ question, compliant: isCompliant(question, found.answer), comment: found.comment }]
  })
  const replies = await store.listReplies(reader, id, personId)
  return { head, programme, answered, replies: new Map(replies.map((reply) => [reply.question, reply])) }
}

/** As the question's law stood on the day the case stage was completed. */
export function lawOf(question: Question, completed: string, programme: Programme) {
  const legal = legalReference(question, completed, programme)
  return legal === null ? null : { title: legal.law.title, reference: legal.reference }
}

function toSummary(head: store.FeedbackHead, programme: Programme): Immutable<FeedbackSummary> {
  return {
    review: head.review,
    round: { da: head.titleDa, en: head.titleEn },
    caseId: head.caseId,
    stage: getStage(programme, head.stage).title,
    unit: head.unit,
    releasedAt: head.releasedAt.toISOString(),
    read: head.readAt !== null,
    correcting: head.state !== 'submitted',
  }
}

function toReply(reply: store.FeedbackReply | undefined): Immutable<FeedbackPoint>['reply'] {
  if (reply === undefined) return null
  const { kind, words, at, outcome, outcomeWords, outcomeAt } = reply
  return {
    kind,
    words,
    at: at.toISOString(),
    outcome:
      outcome === null || outcomeWords === null || outcomeAt === null
        ? null
        : { outcome, words: outcomeWords, at: outcomeAt.toISOString() },
  }
}
