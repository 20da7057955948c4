import { z } from 'zod'
import { mayHoldCpr } from '../../core/calibration/may-hold-cpr.ts'
import { day } from '../frame/day.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })

const noCpr = {
  params: {
    code: 'holds-cpr',
    text: {
      da: 'Teksten har cifre, der kan være et CPR-nummer. En øvesag er opdigtet: slet cifrene.',
      en: 'The text has digits that may be a CPR number. A training case is invented: delete the digits.',
    },
  },
}
const inventedLine = plainLine
  .min(1)
  .max(200)
  .refine((text) => !mayHoldCpr(text), noCpr)
const inventedText = plainText
  .min(1)
  .max(8000)
  .refine((text) => !mayHoldCpr(text), noCpr)

const content = z
  .object({
    title: inventedLine,
    stage: plainLine.min(1).max(100),
    started: day,
    completed: day,
    documents: z
      .array(z.object({ title: inventedLine, date: day, text: inventedText }))
      .min(1)
      .max(40),
  })
  .refine(({ started, completed }) => started <= completed, {
    path: ['completed'],
    params: {
      code: 'ends-before-start',
      text: {
        da: 'Sagstrinnet kan ikke slutte, før det begynder.',
        en: 'The stage cannot end before it starts.',
      },
    },
  })

const document = z.object({ title: z.string(), date: z.iso.date(), text: z.string() })

const summary = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  /** Key of its stage, and its name in the newest programme that has it. */
  stage: z.string(),
  stageTitle: localText,
  documents: z.number().int(),
  /** Comes with the program; null: written in the house. */
  includedKey: z.string().nullable(),
  writtenAt: z.iso.datetime(),
})
export type TrainingCaseSummary = z.output<typeof summary>

const trainingCaseParams = z.object({ trainingCase: z.uuid() })

export const listTrainingCases = defineRoute({
  method: 'GET',
  path: '/api/training-cases',
  permission: 'calibration.lead',
  summary: 'The invented case files, those that come with the program, and the stages one can be written for',
  response: z.object({
    cases: z.array(summary),
    /** Those that come with the program and are not taken over in their present text. */
    included: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        stageTitle: localText,
        documents: z.number().int(),
        /** An older text of it is in use here. */
        older: z.boolean(),
      }),
    ),
    stages: z.array(z.object({ key: z.string(), title: localText })),
  }),
  errors: [],
})

const trainingCase = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  stage: z.string(),
  stageTitle: localText,
  started: z.iso.date(),
  completed: z.iso.date(),
  documents: z.array(document),
  /** Null: the program. */
  writtenBy: z.string().nullable(),
  writtenAt: z.iso.datetime(),
})
export type TrainingCaseView = z.output<typeof trainingCase>

export const getTrainingCase = defineRoute({
  method: 'GET',
  path: '/api/training-cases/:trainingCase',
  permission: 'calibration.lead',
  summary: 'The newest version of an invented case file',
  params: trainingCaseParams,
  response: trainingCase,
  errors: ['not-found'],
})

const written = z.object({ id: z.string(), version: z.number().int() })

export const addTrainingCase = defineRoute({
  method: 'POST',
  path: '/api/training-cases',
  permission: 'calibration.lead',
  summary: 'Write an invented case file; a text that may hold a CPR number is refused',
  body: content,
  response: written,
  keyed: true,
  errors: ['stage-unknown'],
})

export const addTrainingVersion = defineRoute({
  method: 'POST',
  path: '/api/training-cases/:trainingCase/versions',
  permission: 'calibration.lead',
  summary: 'Write a new version; answers that were given stay with the version they were given to',
  params: trainingCaseParams,
  body: content.safeExtend({
    /** The version that was changed. */
    version: z.int32().min(1),
  }),
  response: written,
  keyed: true,
  errors: ['not-found', 'stage-unknown', 'outdated-version'],
})

export const takeTrainingCase = defineRoute({
  method: 'POST',
  path: '/api/training-cases/included/:key',
  permission: 'calibration.lead',
  summary: 'Take over an invented case file that comes with the program, or its newer text',
  params: z.object({ key: plainLine.min(1).max(100) }),
  response: written,
  keyed: true,
  errors: ['not-found', 'stage-unknown'],
})
