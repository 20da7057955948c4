import { calibrationState, refusalOfCalibrationAct } from '../../core/calibration/calibration-state.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { noContent, type AnswerContent } from '../../core/review/answer-content.ts'
import type { AnswerType } from '../../core/programme/programme.ts'
import { checkContent } from '../../core/review/check-content.ts'
import { findCalibration, holdCalibration } from '../../storage/calibration/calibration.ts'
import { listConclusions, saveConclusion } from '../../storage/calibration/results.ts'
import type { CalibrationId, TrainingCaseId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { readCases } from './get-calibration.ts'

export interface ConclusionToWrite {
  readonly calibration: CalibrationId
  readonly trainingCase: TrainingCaseId
  readonly question: string
  readonly given: string | null
  readonly reason: string | null
  readonly guidance: string | null
  readonly seen: number
}

/** Writes what the meeting agreed on. It stands beside what everybody answered; nobody's answer changes. */
export async function concludeCalibration(
  context: Context,
  { calibration, trainingCase, question: key, given, reason, guidance, seen }: ConclusionToWrite,
): Promise<Result<undefined>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const head = await findCalibration(tx.reader, calibration, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOfCalibrationAct('conclude', calibrationState(head))
    if (refusal !== null) return refused(refusal)
    const training = (await readCases(tx.reader, calibration)).find(({ id }) => id === trainingCase)
    if (training === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const question = getStage(programme, training.stage).questions.find((each) => each.key === key)
    if (question === undefined) return refused('question-not-in-form')
    if (given !== null && reason === null) return refused('reason-needed')
    if (given !== null) {
      // Derived grades are concluded on like any other grade.
      const asked = { key, answerType: question.answerType, grades: question.grades ?? [] }
      const wrong = checkContent(asked, contentOf(given, question.answerType))
      if (wrong.length > 0) return refused('unfit-answer', wrong)
    }
    const writer = await tx.recordChange({
      room: 'calibration',
      act: 'conclude',
      subjectKind: 'calibration',
      subjectId: calibration,
      detail: { trainingCase, question: key },
    })
    await holdCalibration(writer, calibration)
    const written = (await listConclusions(writer, calibration)).filter(
      (each) => each.trainingCase === trainingCase && each.question === key,
    )
    if ((written.at(-1)?.id ?? 0) !== seen) return refused('outdated-version')
    const { personId: person } = context.actor
    const at = context.now
    await saveConclusion(writer, {
      calibration,
      trainingCase,
      question: key,
      person,
      at,
      given,
      reason,
      guidance,
    })
    return done()
  })
}

/** A text answer may read `yes` too. */
function contentOf(given: string, answerType: AnswerType): AnswerContent {
  const isYesNo = answerType === 'yes-no' && (given === 'yes' || given === 'no' || given === 'na')
  return isYesNo ? { ...noContent, answer: given } : { ...noContent, value: given }
}
