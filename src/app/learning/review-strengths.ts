import { randomUUID } from 'node:crypto'
import type { RouteOutput } from '../../contract/frame/route.ts'
import type { listReviewStrengths as listRoute } from '../../contract/learning/strengths.ts'
import { canBeExample } from '../../core/learning/strength.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Question } from '../../core/programme/programme.ts'
import { isSealed } from '../../core/review/seal.ts'
import { getId, type ReviewId, type StrengthId } from '../../storage/ids.ts'
import {
  insertStrength,
  listStrengthsOfReview,
  numberCase,
  type Strength,
} from '../../storage/learning/strength.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers } from '../../storage/review/answers.ts'
import { findReview, listReviewsOfCase } from '../../storage/review/review.ts'
import type { PersonalReader, Reader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { situationOf, viewerOf } from '../review/situation.ts'
import { roleAt } from './learning-unit.ts'
import { isStanding } from './strengths.ts'

type Listed = RouteOutput<typeof listRoute>

/** Whoever may read a review's answers may read what was marked in it: the same seal. */
export async function listReviewStrengths(context: Context, id: ReviewId): Promise<Result<Listed>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Listed>> => {
    const found = await findSubmitted(context, tx.reader, id)
    if (!found.ok) return found
    const { head, questions } = found.value
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const viewer = viewerOf(context, head, programme)
    const ofCase = await listReviewsOfCase(tx.reader, head.roundId, head.caseStageId)
    if (isSealed(head, viewer, ofCase, head.roundClosed)) return refused('sealed')
    const reader = await tx.recordAccess({
      act: 'list-review-strengths',
      subjectKind: 'review',
      subjectId: id,
      detail: { caseStage: head.caseStageId },
    })
    const marked = await listStrengthsOfReview(reader, id)
    const mayMark = situationOf(context, head).standing === 'reviewer'
    const free = mayMark ? await listExamples(reader, id, questions) : []
    return done({
      unit: head.unitId,
      mayMark,
      strengths: await toViews(context, reader, marked, questions),
      questions: free
        .filter(({ key }) => !marked.some(({ question }) => question === key))
        .map(({ key, number, text }) => ({ key, number, text })),
    })
  })
}

async function findSubmitted(context: Context, reader: Reader, id: ReviewId) {
  const head = await findReview(reader, id, context.actor.personId)
  if (head === undefined || situationOf(context, head).standing === 'stranger') return refused('not-found')
  if (head.state !== 'submitted') return refused('not-submitted')
  const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
  return done({ head, questions: getStage(programme, head.stage).questions })
}

async function toViews(
  context: Context,
  reader: Reader,
  marked: readonly Strength[],
  questions: readonly Question[],
): Promise<Listed['strengths']> {
  const views: Listed['strengths'][number][] = []
  for (const strength of marked) {
    const { id, text, author, question: key } = strength
    const question = questions.find((each) => each.key === key)
    if (question === undefined) continue
    views.push({
      id,
      question: question.key,
      number: question.number,
      text,
      own: author === context.actor.personId,
      stands: await isStanding(reader, strength),
    })
  }
  return views
}

async function listExamples(
  reader: PersonalReader,
  id: ReviewId,
  questions: readonly Question[],
): Promise<readonly Question[]> {
  const given = new Map((await listAnswers(reader, id)).map((answer) => [answer.question, answer]))
  return questions.filter((question) => canBeExample(question, given.get(question.key)))
}

/** A reviewer holds a question of their own submitted review up as an example for the unit. */
export async function markStrength(
  context: Context,
  id: ReviewId,
  { question: key, text }: { readonly question: string; readonly text: string },
): Promise<Result<{ id: StrengthId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: StrengthId }>> => {
    const found = await findSubmitted(context, tx.reader, id)
    if (!found.ok) return found
    const { head, questions } = found.value
    if (situationOf(context, head).standing !== 'reviewer') return refused('not-your-review')
    const question = questions.find((each) => each.key === key)
    if (question === undefined) return refused('question-not-in-form')
    const strength = getId<StrengthId>(randomUUID())
    // In words that fit any writing in a review: the log is read by people from whom the answers are sealed.
    const subject = { act: 'add-to-review', subjectKind: 'review', subjectId: id } as const
    const reader = await tx.recordAccess(subject)
    if ((await listExamples(reader, id, [question])).length === 0) return refused('answer-not-compliant')
    const marked = await listStrengthsOfReview(reader, id)
    if (marked.some((each) => each.question === key)) return refused('strength-marked')
    const writer = await tx.recordChange({ room: 'review', ...subject })
    const caseNumber = await numberCase(writer, { round: head.roundId, caseStage: head.caseStageId })
    await insertStrength(writer, {
      id: strength,
      unit: head.unitId,
      review: { id, question: key, caseNumber },
      theme: question.theme ?? null,
      text,
      author: context.actor.personId,
      authorRole: roleAt(context, head.unitId),
      at: context.now,
    })
    return done({ id: strength })
  })
}
