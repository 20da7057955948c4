import type { AnswerSide, Differences } from '../../contract/review/differences.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import { isInForm } from '../../core/review/asked-questions.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers, type ReviewAnswer } from '../../storage/review/answers.ts'
import { getCaseFacts } from '../../storage/review/case-facts.ts'
import { findReview, listReviewsOfCase } from '../../storage/review/review.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { isBlind } from './anchor-blindness.ts'
import { situationOf, viewerOf } from './situation.ts'

/** Where two levels saw a case differently. Open only after submission, to those the seal lets see both reviews. */
export async function getDifferences(
  context: Context,
  id: ReviewId,
): Promise<Result<Immutable<Differences>>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('compare', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    if (isBlind(context, head)) return refused('compare-closed')
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const level = getLevel(programme, head.level)
    const ofCase = await listReviewsOfCase(tx.reader, head.roundId, head.caseStageId)
    const viewer = viewerOf(context, head, programme)
    if (isSealed(head, viewer, ofCase, head.roundClosed)) return refused('sealed')
    const below = ofCase.find((review) => review.level === level.from)
    if (below?.state === 'submitted') {
      const asOther = { ...viewer, isReviewer: false }
      if (isSealed(below, asOther, ofCase, head.roundClosed)) return refused('sealed')
    }

    const reader = await tx.recordAccess({
      act: 'compare-reviews',
      subjectKind: 'review',
      subjectId: id,
      detail: { caseStage: head.caseStageId, below: below?.id ?? null },
    })
    const { caseId, content } = await getCaseFacts(reader, head)
    const stage = getStage(programme, head.stage)
    const shown = below?.state === 'submitted'
    const own = shown ? await answersOf(reader, id) : new Map<string, ReviewAnswer>()
    const theirs = shown ? await answersOf(reader, below.id) : new Map<string, ReviewAnswer>()
    return done({
      caseId,
      stage: stage.title,
      unit: content.unit,
      own: { level: level.level, title: level.title },
      below:
        level.from === undefined
          ? null
          : { level: level.from, title: getLevel(programme, level.from).title, submitted: shown },
      rows: stage.questions
        .filter(isInForm)
        .filter(({ key }) => own.has(key) || theirs.has(key))
        .map(({ key, number, text }) => ({
          question: key,
          number,
          text,
          own: toSide(own.get(key)),
          below: toSide(theirs.get(key)),
        })),
    })
  })
}

async function answersOf(
  reader: PersonalReader,
  review: ReviewId,
): Promise<ReadonlyMap<string, ReviewAnswer>> {
  return new Map((await listAnswers(reader, review)).map((answer) => [answer.question, answer]))
}

function toSide(answer: ReviewAnswer | undefined): AnswerSide | null {
  if (answer === undefined || answer.answer === null) return null
  const { comment, evidenceReference, evidenceDate } = answer
  return { answer: answer.answer, comment, evidenceReference, evidenceDate }
}
