import { getStage } from '../../core/programme/lookup.ts'
import { contentOnly, judgeSave, type AnswerContent } from '../../core/review/answer-content.ts'
import { checkContent } from '../../core/review/check-content.ts'
import { listOwnAnswers, saveCalibrationAnswer as store } from '../../storage/calibration/form.ts'
import type { CalibrationId, TrainingCaseId } from '../../storage/ids.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { againWhenOvertaken, Overtaken } from '../review/overtaken.ts'
import { findOwnForm, refusalOfAnswering, toSavedAnswer } from './answer-form.ts'

export interface CalibrationSave extends AnswerContent {
  readonly calibration: CalibrationId
  readonly trainingCase: TrainingCaseId
  readonly question: string
  /** Of the answer that the caller saw; 0: none. */
  readonly version: number
}

interface SavedVersion {
  readonly version: number
  readonly answeredAt: string
}

export function saveCalibrationAnswer(
  context: Context,
  save: CalibrationSave,
): Promise<Result<SavedVersion>> {
  return againWhenOvertaken(() => saveOnce(context, save))
}

async function saveOnce(context: Context, save: CalibrationSave): Promise<Result<SavedVersion>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<SavedVersion>> => {
    const found = await findOwnForm(context, tx.reader, save.calibration, save.trainingCase)
    if (!found.ok) return found
    const refusal = refusalOfAnswering(found.value)
    if (refusal !== null) return refused(refusal)
    const { key, programme, training } = found.value
    const { questions } = getStage(programme, training.stage)
    const question = questions.find((each) => each.key === save.question)
    if (question === undefined) return refused('question-not-in-form')
    const wrong = checkContent(question, save)
    if (wrong.length > 0) return refused('unfit-answer', wrong)

    const detail = { trainingCase: save.trainingCase, question: question.key }
    const subject = { subjectKind: 'calibration', subjectId: save.calibration, detail } as const
    const stored = (await listOwnAnswers(tx.reader, key)).find((each) => each.question === question.key)
    const answeredAt = context.now.toISOString()
    const judgement = judgeSave(stored, save, save.version)
    if (judgement === 'unchanged') return done({ version: stored?.version ?? 0, answeredAt })
    if (judgement === 'outdated') {
      await tx.recordAccess({ act: 'show-current-answer', ...subject })
      return { ...refused('outdated-version'), current: stored && toSavedAnswer(stored) }
    }
    const writer = await tx.recordChange({ room: 'calibration', act: 'answer', ...subject })
    const version = await store(writer, {
      ...key,
      ...contentOnly(save),
      question: question.key,
      wording: question.text.da,
      at: context.now,
      seenVersion: save.version,
    })
    if (version === undefined) throw new Overtaken()
    return done({ version, answeredAt })
  })
}
