import { getStage } from '../../core/programme/lookup.ts'
import { judgeSave, type AnswerContent } from '../../core/review/answer-content.ts'
import { isInForm } from '../../core/review/asked-questions.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { findAnswer, saveAnswer as storeAnswer } from '../../storage/review/answers.ts'
import { changeProgress } from '../../storage/review/assignment.ts'
import { findReviewToAnswer } from '../../storage/review/review.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { toSavedAnswer } from './get-review.ts'
import { againWhenOvertaken, Overtaken } from './overtaken.ts'
import { situationOf } from './situation.ts'

export interface AnswerSave extends AnswerContent {
  readonly review: ReviewId
  readonly question: string
  /** Of the answer that the caller saw; 0: none. */
  readonly version: number
}

interface SavedVersion {
  readonly version: number
  readonly answeredAt: string
}

/** Saves one answer with its change entry; in the common case reading, entry and saving are one statement each. */
export function saveAnswer(context: Context, save: AnswerSave): Promise<Result<SavedVersion>> {
  return againWhenOvertaken(() => saveOnce(context, save))
}

async function saveOnce(context: Context, save: AnswerSave): Promise<Result<SavedVersion>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findReviewToAnswer(tx.reader, save.review, personId, save.question)
    if (found === undefined) return refused('not-found')
    const { head, stored } = found
    const refusal = refusalOf('answer', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const question = getStage(programme, head.stage)
      .questions.filter(isInForm)
      .find(({ key }) => key === save.question)
    if (question === undefined) return refused('question-not-in-form')

    const answeredAt = context.now.toISOString()
    switch (judgeSave(stored, save, save.version)) {
      case 'unchanged':
        return done({ version: stored?.version ?? 0, answeredAt })
      case 'outdated': {
        const reader = await tx.recordAccess({
          act: 'show-current-answer',
          subjectKind: 'review',
          subjectId: head.id,
          detail: { question: save.question },
        })
        const current = await findAnswer(reader, head.id, save.question)
        return { ...refused('outdated-version'), current: current && toSavedAnswer(current) }
      }
      case 'save': {
        const writer = await tx.recordChange({
          room: 'review',
          act: 'answer',
          subjectKind: 'review',
          subjectId: head.id,
          detail: { question: save.question },
        })
        const version = await storeAnswer(writer, {
          review: head.id,
          state: head.state,
          question: save.question,
          wording: question.text.da,
          programmeVersionId: head.programmeVersionId,
          answer: save.answer,
          comment: save.comment,
          evidenceReference: save.evidenceReference,
          evidenceDate: save.evidenceDate,
          by: personId,
          at: context.now,
          seenVersion: save.version,
        })
        if (version === undefined) throw new Overtaken()
        if (head.state === 'assigned')
          await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, {
            started: 1,
          })
        return done({ version, answeredAt })
      }
    }
  })
}
