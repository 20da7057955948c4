import { getStage } from '../../core/programme/lookup.ts'
import type { Question } from '../../core/programme/programme.ts'
import { contentOnly, judgeSave, type AnswerContent } from '../../core/review/answer-content.ts'
import { checkContent } from '../../core/review/check-content.ts'
import { valueTypeOf } from '../../core/review/value-type.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { PersonId, ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { findAnswer, saveAnswer as storeAnswer } from '../../storage/review/answers.ts'
import { findOwnStored, listOwnAnswers, saveOwnAnswer } from '../../storage/review/own-form.ts'
import { findReviewToAnswer, type ReviewHead } from '../../storage/review/review.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { countStarted } from './count-started.ts'
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
    const { head } = found
    const stored = head.apart
      ? await findOwnStored(tx.reader, save.review, personId, save.question)
      : found.stored
    const refusal = refusalOf('answer', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const question = getStage(programme, head.stage).questions.find(({ key }) => key === save.question)
    if (question === undefined) return refused('question-not-in-form')
    const wrong = checkContent(question, save)
    if (wrong.length > 0) return refused('unfit-answer', wrong)

    // What nobody has yet cannot have been seen in the file; the day is the one in Denmark.
    if (save.evidenceDate !== null && save.evidenceDate > context.today) return refused('evidence-in-future')
    const answeredAt = context.now.toISOString()
    const judgement = judgeSave(stored, save, save.version)
    if (judgement === 'unchanged') return done({ version: stored?.version ?? 0, answeredAt })
    if (judgement === 'outdated') return refuseOutdated(tx, save, head)
    const version = await store(context, tx, head, question, save)
    return done({ version, answeredAt })
  })
}

/** Refuses with what stands now, which the caller may see: they are the review's reviewer. */
async function refuseOutdated(tx: Transaction, { review, question }: AnswerSave, head: ReviewHead) {
  const detail = { question }
  const entry = { act: 'show-current-answer', subjectKind: 'review', subjectId: review, detail }
  const reader = await tx.recordAccess(entry)
  const current = head.apart
    ? (await listOwnAnswers(reader, review, me(tx))).find((each) => each.question === question)
    : await findAnswer(reader, review, question)
  return { ...refused('outdated-version'), current: current && toSavedAnswer(current) }
}

function me({ actor }: Transaction): readonly PersonId[] {
  return actor.personId === null ? [] : [actor.personId]
}

async function store(
  context: Context,
  tx: Transaction,
  head: ReviewHead,
  question: Question,
  save: AnswerSave,
): Promise<number> {
  const writer = await tx.recordChange({
    room: 'review',
    act: 'answer',
    subjectKind: 'review',
    subjectId: head.id,
    detail: { question: question.key },
  })
  const version = await (head.apart ? saveOwnAnswer : storeAnswer)(writer, {
    ...contentOnly(save),
    review: save.review,
    state: head.state,
    question: question.key,
    wording: question.text.da,
    programmeVersionId: head.programmeVersionId,
    ...valueTypeOf(question, save.value),
    by: context.actor.personId,
    at: context.now,
    seenVersion: save.version,
  })
  if (version === undefined) throw new Overtaken()
  await countStarted(writer, head)
  return version
}
