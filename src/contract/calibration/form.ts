import { z } from 'zod'
import { calibrationStates } from '../../core/calibration/calibration-state.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { saveAnswer } from '../review/answers.ts'
import { getReview } from '../review/review.ts'
import { calibrationParams } from './calibrations.ts'

const localText = z.object({ da: z.string(), en: z.string() })

export const formParams = calibrationParams.extend({ trainingCase: z.uuid() })

// The same questions and answers as in a review, so that the same form shows them.
const { sections, questions, answers, programmeStatus } = getReview.response.shape

const form = z.object({
  calibration: z.object({
    id: z.string(),
    name: z.string(),
    dueOn: z.iso.date(),
    state: z.enum(calibrationStates),
  }),
  trainingCase: z.object({
    id: z.string(),
    version: z.number().int(),
    title: z.string(),
    started: z.iso.date(),
    completed: z.iso.date(),
    documents: z.array(z.object({ title: z.string(), date: z.iso.date(), text: z.string() })),
  }),
  stage: localText,
  submittedAt: z.iso.datetime().nullable(),
  programmeStatus,
  sections,
  questions,
  /** The person's own. */
  answers,
})
export type CalibrationForm = z.output<typeof form>

export const getCalibrationForm = defineRoute({
  method: 'GET',
  path: '/api/calibrations/:calibration/cases/:trainingCase/form',
  permission: 'calibration.answer',
  about: 'calibration',
  summary: 'A training case with its questions and the person’s own answers',
  params: formParams,
  response: form,
  errors: ['not-found', 'not-invited', 'calibration-withdrawn'],
})

const answering = [
  'not-found',
  'not-invited',
  'already-submitted',
  'calibration-closed',
  'calibration-withdrawn',
] as const

export const saveCalibrationAnswer = defineRoute({
  method: 'PUT',
  path: '/api/calibrations/:calibration/cases/:trainingCase/answers/:question',
  permission: 'calibration.answer',
  about: 'calibration',
  summary: 'Save one answer to a training case; sending the same again changes nothing',
  params: formParams.extend({ question: plainLine.min(1).max(100) }),
  body: saveAnswer.body,
  response: saveAnswer.response,
  errors: [...answering, 'question-not-in-form', 'unfit-answer', 'outdated-version'],
})

export const submitCalibrationForm = defineRoute({
  method: 'POST',
  path: '/api/calibrations/:calibration/cases/:trainingCase/submission',
  permission: 'calibration.answer',
  about: 'calibration',
  summary: 'Hand in complete answers; when the last of the invited has, everybody’s are opened',
  params: formParams,
  response: z.object({ opened: z.boolean() }),
  keyed: true,
  errors: [...answering, 'incomplete'],
})
