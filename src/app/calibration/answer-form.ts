import type { CalibrationForm as FormView } from '../../contract/calibration/form.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { calibrationState, refusalOfCalibrationAct } from '../../core/calibration/calibration-state.ts'
import type { CalibrationState } from '../../core/calibration/calibration-state.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { findCalibration, type CalibrationHead } from '../../storage/calibration/calibration.ts'
import {
  listOwnAnswers,
  listOwnForms,
  type CalibrationAnswer,
  type FormKey,
} from '../../storage/calibration/form.ts'
import { findTrainingCase, type TrainingCaseVersion } from '../../storage/calibration/training-case.ts'
import type { CalibrationId, TrainingCaseId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { toFormQuestion } from '../review/get-review.ts'

export interface OwnForm {
  readonly key: FormKey
  readonly head: CalibrationHead
  readonly state: CalibrationState
  readonly submittedAt: Date | null
  readonly training: TrainingCaseVersion
  readonly programme: Programme
}

/** The caller's own form; nobody reaches another's. */
export async function findOwnForm(
  context: Context,
  reader: Reader,
  calibration: CalibrationId,
  trainingCase: TrainingCaseId,
): Promise<Result<OwnForm, 'not-found' | 'not-invited' | 'not-permitted'>> {
  const granted = authorise(context, 'calibration.answer', { kind: 'own' })
  if (!granted.ok) return granted
  const { personId: person } = context.actor
  const head = await findCalibration(reader, calibration, person)
  if (head === undefined) return refused('not-found')
  // Whoever leads knows of it all the same; others are not told that there is one.
  if (!head.invited)
    return refused(reachIn(context, 'calibration.read').municipality ? 'not-invited' : 'not-found')
  const forms = await listOwnForms(reader, calibration, person)
  const form = forms.find((each) => each.trainingCase === trainingCase)
  if (form === undefined) return refused('not-found')
  const training = await findTrainingCase(reader, trainingCase, form.trainingVersion)
  if (training === undefined) throw new Error('a form is of a training case that does not exist')
  const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
  const { submittedAt } = form
  return done({
    key: { calibration, trainingCase, person },
    head,
    state: calibrationState(head),
    submittedAt,
    training,
    programme,
  })
}

/** Why nothing can be written in a form now; null: it can. */
export function refusalOfAnswering({ state, submittedAt }: OwnForm) {
  return refusalOfCalibrationAct('answer', state) ?? (submittedAt === null ? null : 'already-submitted')
}

export async function getCalibrationForm(
  context: Context,
  calibration: CalibrationId,
  trainingCase: TrainingCaseId,
): Promise<Result<Immutable<FormView>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findOwnForm(context, tx.reader, calibration, trainingCase)
    if (!found.ok) return found
    const { key, head, state, submittedAt, training, programme } = found.value
    if (state === 'withdrawn') return refused('calibration-withdrawn')
    const reader = await tx.recordAccess({
      act: 'open-calibration-form',
      subjectKind: 'calibration',
      subjectId: calibration,
      detail: { trainingCase },
    })
    const stage = getStage(programme, training.stage)
    const { version, title, started, completed, documents } = training
    return done({
      calibration: { id: calibration, name: head.name, dueOn: head.dueOn, state },
      trainingCase: { id: trainingCase, version, title, started, completed, documents },
      stage: stage.title,
      submittedAt: submittedAt?.toISOString() ?? null,
      programmeStatus: programme.status ?? null,
      sections: stage.sections,
      // No child is at risk in an invented file, and no registry has its dates.
      questions: stage.questions.map((question) => ({
        ...toFormQuestion(question, completed, programme),
        escalates: false,
        escalatesOn: null,
        deadlineRule: null,
      })),
      answers: (await listOwnAnswers(reader, key)).map(toSavedAnswer),
    })
  })
}

export function toSavedAnswer({ answeredAt, ...answer }: CalibrationAnswer) {
  return { ...answer, derivedValue: null, answeredAt: answeredAt.toISOString(), answeredBy: '' }
}
