import { z } from 'zod'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { calibrationParams } from './calibrations.ts'
import { formParams } from './form.ts'

const localText = z.object({ da: z.string(), en: z.string() })

const conclusion = z.object({
  /** The next one names it. */
  id: z.number().int(),
  /** Null: no answer was agreed on. */
  given: z.string().nullable(),
  reason: z.string().nullable(),
  guidance: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})

const row = z.object({
  question: z.string(),
  number: z.string(),
  text: localText,
  answerType: z.enum(['yes-no', 'graded', 'number', 'date', 'text']),
  grades: z.array(localText),
  /** What the person handed in; null: nothing, or they were not asked. */
  own: z.string().nullable(),
  answered: z.number().int(),
  pairs: z.number().int(),
  agreeing: z.number().int(),
  levels: z.array(
    z.object({
      level: z.number().int(),
      counts: z.array(z.object({ given: z.string(), count: z.number().int() })),
    }),
  ),
  direction: z.object({ lowerMilder: z.number().int(), lowerStricter: z.number().int() }).nullable(),
  /** What was said to it, by level; never by whom. */
  remarks: z.array(
    z.object({
      level: z.number().int(),
      given: z.string().nullable(),
      me: z.boolean(),
      comment: z.string().nullable(),
      evidence: z.string().nullable(),
    }),
  ),
  /** The newest that was written, and how many there were before it. */
  conclusion: conclusion.nullable(),
  earlier: z.number().int(),
})
export type CalibrationRow = z.output<typeof row>

const chance = z.object({
  ac1: z.number(),
  lower: z.number(),
  upper: z.number(),
  alpha: z.number().nullable(),
  questions: z.number().int(),
})

const results = z.object({
  id: z.string(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  mayConclude: z.boolean(),
  invited: z.number().int(),
  /** How many handed in something, by level. */
  levels: z.array(z.object({ level: z.number().int(), title: localText, people: z.number().int() })),
  pairs: z.number().int(),
  agreeing: z.number().int(),
  /** Agreement beyond chance over the yes-no questions; null: too few answers to tell. */
  chance: chance.nullable(),
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      stage: localText,
      pairs: z.number().int(),
      agreeing: z.number().int(),
      documents: z.array(z.object({ title: z.string(), date: z.iso.date(), text: z.string() })),
      /** Most disagreement first. */
      rows: z.array(row),
    }),
  ),
})
export type CalibrationResults = z.output<typeof results>

export const getCalibrationResults = defineRoute({
  method: 'GET',
  path: '/api/calibrations/:calibration/results',
  permission: 'calibration.read',
  summary: 'What the invited answered, by level and not by name, once the calibration is opened',
  params: calibrationParams,
  response: results,
  errors: ['not-found', 'calibration-sealed', 'calibration-withdrawn'],
})

const orNull = (text: ReturnType<typeof sharedText>, max: number) =>
  text
    .max(max)
    .nullable()
    .transform((written) => (written === '' ? null : written))

export const concludeCalibration = defineRoute({
  method: 'POST',
  path: '/api/calibrations/:calibration/cases/:trainingCase/conclusions/:question',
  permission: 'calibration.lead',
  about: 'calibration',
  summary: 'Write what the meeting agreed on a question, beside everybody’s answers',
  params: formParams.extend({ question: plainLine.min(1).max(100) }),
  body: z.object({
    /** In the written form of its type; null: no answer was agreed on. */
    given: orNull(sharedText({ da: 'Svaret', en: 'The answer' }), 4000),
    reason: orNull(sharedText({ da: 'Begrundelsen', en: 'The reason' }), 2000),
    guidance: orNull(sharedText({ da: 'Vejledningen', en: 'The guidance' }), 2000),
    /** The newest conclusion that the caller saw; 0: none. */
    seen: z.int32().min(0),
  }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'calibration-sealed',
    'calibration-withdrawn',
    'question-not-in-form',
    'unfit-answer',
    'reason-needed',
    'outdated-version',
  ],
})
