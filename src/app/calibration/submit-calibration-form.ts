import { getStage } from '../../core/programme/lookup.ts'
import { missingQuestions } from '../../core/review/asked-questions.ts'
import { findCalibration, holdCalibration } from '../../storage/calibration/calibration.ts'
import { listOwnAnswers, saveHandIn } from '../../storage/calibration/form.ts'
import type { CalibrationId, TrainingCaseId } from '../../storage/ids.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { givenAnswers } from '../review/given-answers.ts'
import { againWhenOvertaken, Overtaken } from '../review/overtaken.ts'
import { unanswered } from '../review/submit-review.ts'
import { findOwnForm, refusalOfAnswering } from './answer-form.ts'
import { openAnswers } from './open-calibration.ts'

interface HandedIn {
  /** It was the last: everybody's answers are open now. */
  readonly opened: boolean
}

/** Hands in one training case. The last form of the last of the invited opens the calibration. */
export function submitCalibrationForm(
  context: Context,
  calibration: CalibrationId,
  trainingCase: TrainingCaseId,
): Promise<Result<HandedIn>> {
  return againWhenOvertaken(() => submitOnce(context, calibration, trainingCase))
}

async function submitOnce(
  context: Context,
  calibration: CalibrationId,
  trainingCase: TrainingCaseId,
): Promise<Result<HandedIn>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<HandedIn>> => {
    const found = await findOwnForm(context, tx.reader, calibration, trainingCase)
    if (!found.ok) return found
    const refusal = refusalOfAnswering(found.value)
    if (refusal !== null) return refused(refusal)
    const { key, programme, training } = found.value
    const stage = getStage(programme, training.stage)
    const subject = { subjectKind: 'calibration', subjectId: calibration, detail: { trainingCase } } as const
    const reader = await tx.recordAccess({ act: 'check-completeness', ...subject })
    const missing = missingQuestions(stage.questions, givenAnswers(await listOwnAnswers(reader, key)))
    if (missing.length > 0)
      return refused(
        'incomplete',
        missing.map((question) => unanswered(question, stage)),
      )
    const writer = await tx.recordChange({ room: 'calibration', act: 'hand-in', ...subject })
    await holdCalibration(writer, calibration)
    const head = await findCalibration(reader, calibration, context.actor.personId)
    // Opened or withdrawn while this waited: what stands now is judged anew.
    if (head === undefined || head.openedAt !== null || head.withdrawnAt !== null) throw new Overtaken()
    if (!(await saveHandIn(writer, key, context.now))) throw new Overtaken()
    const after = await findCalibration(reader, calibration, context.actor.personId)
    const opened = after !== undefined && after.done === after.people
    if (opened) await openAnswers(context, reader, writer, after, null)
    return done({ opened })
  })
}
