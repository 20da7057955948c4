import { getStage } from '../../core/programme/lookup.ts'
import type { Question } from '../../core/programme/programme.ts'
import { judgeSave, type AnswerContent } from '../../core/review/answer-content.ts'
import { checkContent } from '../../core/review/check-content.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { findAnswer, saveAnswer as storeAnswer } from '../../storage/review/answers.ts'
import { changeProgress } from '../../storage/review/assignment.ts'
import { findReviewToAnswer, type ReviewHead } from '../../storage/review/review.ts'
import type { Transaction } from '../../storage/transaction.ts'
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
    const question = getStage(programme, head.stage).questions.find(({ key }) => key === save.question)
    if (question === undefined) return refused('question-not-in-form')
    const wrong = checkContent(question, save)
    if (wrong.length > 0) return refused('unfit-answer', wrong)

    const answeredAt = context.now.toISOString()
    const judgement = judgeSave(stored, save, save.version)
    if (judgement === 'unchanged') return done({ version: stored?.version ?? 0, answeredAt })
    if (judgement === 'outdated') return refuseOutdated(tx, save)
    const version = await store(context, tx, head, question, save)
    return done({ version, answeredAt })
  })
}

/** Refuses with what stands now, which the caller may see: they are the review's reviewer. */
async function refuseOutdated(tx: Transaction, { review, question }: AnswerSave) {
  const detail = { question }
  const entry = { act: 'show-current-answer', subjectKind: 'review', subjectId: review, detail }
  const current = await findAnswer(await tx.recordAccess(entry), review, question)
  return { ...refused('outdated-version'), current: current && toSavedAnswer(current) }
}

async function store(
  context: Context,
  tx: Transaction,
  head: ReviewHead,
  question: Question,
  { review, question: _, version: seenVersion, ...content }: AnswerSave,
): Promise<number> {
  const writer = await tx.recordChange({
    room: 'review',
    act: 'answer',
    subjectKind: 'review',
    subjectId: head.id,
    detail: { question: question.key },
  })
  const version = await storeAnswer(writer, {
    review,
    state: head.state,
    question: question.key,
    wording: question.text.da,
    programmeVersionId: head.programmeVersionId,
    ...content,
    ...typeOf(question, content.value),
    by: context.actor.personId,
    at: context.now,
    seenVersion,
  })
  if (version === undefined) throw new Overtaken()
  if (head.state === 'assigned')
    await changeProgress(writer, { round: head.roundId, level: head.level }, head.unitId, { started: 1 })
  return version
}

function typeOf({ answerType, grades }: Question, value: string | null) {
  if (value === null || answerType === 'yes-no') return { valueType: null, valueWording: null }
  const wording = answerType === 'graded' ? (grades?.[Number(value) - 1]?.da ?? null) : null
  return { valueType: answerType, valueWording: wording }
}
