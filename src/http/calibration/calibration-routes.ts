import { addCalibration as addOf } from '../../app/calibration/add-calibration.ts'
import { getCalibrationForm as formOf } from '../../app/calibration/answer-form.ts'
import { listCalibrationChoices as choicesOf } from '../../app/calibration/calibration-choices.ts'
import { calibrationIdOf, trainingCaseIdOf } from '../../app/calibration/calibration-id.ts'
import { concludeCalibration as concludeOf } from '../../app/calibration/conclude.ts'
import { getCalibration as calibrationOf } from '../../app/calibration/get-calibration.ts'
import { getCalibrationResults as resultsOf } from '../../app/calibration/get-results.ts'
import { listCalibrations as listOf } from '../../app/calibration/list-calibrations.ts'
import {
  openCalibration as openOf,
  withdrawCalibration as withdrawOf,
} from '../../app/calibration/open-calibration.ts'
import { getRoundAdvice } from '../../app/calibration/round-advice.ts'
import { saveCalibrationAnswer as saveOf } from '../../app/calibration/save-calibration-answer.ts'
import { submitCalibrationForm as submitOf } from '../../app/calibration/submit-calibration-form.ts'
import {
  addTrainingCase as addCaseOf,
  addTrainingVersion as addVersionOf,
  getTrainingCase as caseOf,
  listTrainingCases as casesOf,
  takeTrainingCase as takeOf,
  type IncludedTraining,
} from '../../app/calibration/training-cases.ts'
import { getCalibrationAdvice } from '../../contract/calibration/advice.ts'
import {
  addCalibration,
  getCalibration,
  listCalibrationChoices,
  listCalibrations,
  openCalibration,
  withdrawCalibration,
} from '../../contract/calibration/calibrations.ts'
import {
  getCalibrationForm,
  saveCalibrationAnswer,
  submitCalibrationForm,
} from '../../contract/calibration/form.ts'
import { concludeCalibration, getCalibrationResults } from '../../contract/calibration/results.ts'
import {
  addTrainingCase,
  addTrainingVersion,
  getTrainingCase,
  listTrainingCases,
  takeTrainingCase,
} from '../../contract/calibration/training-cases.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const calibrationRoutes = (included: IncludedTraining): readonly HandledRoute[] => [
  handle(listTrainingCases, (_input, context) => casesOf(context, included)),
  handle(takeTrainingCase, ({ params }, context) => takeOf(context, included, params.key)),
  handle(addTrainingCase, ({ body }, context) => addCaseOf(context, body)),
  handle(getTrainingCase, ({ params }, context) => caseOf(context, trainingCaseIdOf(params.trainingCase))),
  handle(addTrainingVersion, ({ params, body }, context) =>
    addVersionOf(context, trainingCaseIdOf(params.trainingCase), body),
  ),
  handle(listCalibrations, (_input, context) => listOf(context)),
  handle(listCalibrationChoices, (_input, context) => choicesOf(context)),
  handle(addCalibration, ({ body }, context) => addOf(context, body)),
  handle(getCalibration, ({ params }, context) =>
    calibrationOf(context, calibrationIdOf(params.calibration)),
  ),
  handle(openCalibration, ({ params }, context) => openOf(context, calibrationIdOf(params.calibration))),
  handle(withdrawCalibration, ({ params, body }, context) =>
    withdrawOf(context, calibrationIdOf(params.calibration), body.reason),
  ),
  handle(getCalibrationForm, ({ params }, context) => formOf(context, ...formOfAddress(params))),
  handle(saveCalibrationAnswer, ({ params, body }, context) => {
    const [calibration, trainingCase] = formOfAddress(params)
    return saveOf(context, { calibration, trainingCase, question: params.question, ...body })
  }),
  handle(submitCalibrationForm, ({ params }, context) => submitOf(context, ...formOfAddress(params))),
  handle(getCalibrationResults, ({ params }, context) =>
    resultsOf(context, calibrationIdOf(params.calibration)),
  ),
  handle(concludeCalibration, ({ params, body }, context) => {
    const [calibration, trainingCase] = formOfAddress(params)
    return concludeOf(context, { calibration, trainingCase, question: params.question, ...body })
  }),
  handle(getCalibrationAdvice, ({ params }, context) => getRoundAdvice(context, params.round)),
]

function formOfAddress(params: { readonly calibration: string; readonly trainingCase: string }) {
  return [calibrationIdOf(params.calibration), trainingCaseIdOf(params.trainingCase)] as const
}
