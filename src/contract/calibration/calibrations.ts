import { z } from 'zod'
import { calibrationStates } from '../../core/calibration/calibration-state.ts'
import { roles } from '../../core/access/role.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine, sharedText } from '../frame/shared-text.ts'

const localText = z.object({ da: z.string(), en: z.string() })

export const calibrationParams = z.object({ calibration: z.uuid() })

const pairs = z.object({ pairs: z.number().int(), agreeing: z.number().int() })

const summary = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(calibrationStates),
  programme: localText,
  dueOn: z.iso.date(),
  openedAt: z.iso.datetime().nullable(),
  invited: z.boolean(),
  /** The person is invited and still has something to hand in. */
  waitsForMe: z.boolean(),
  people: z.number().int(),
  done: z.number().int(),
  /** Null as long as the answers are sealed. */
  agreement: pairs.nullable(),
})
export type CalibrationSummary = z.output<typeof summary>

export const listCalibrations = defineRoute({
  method: 'GET',
  path: '/api/calibrations',
  permission: 'calibration.read',
  summary: 'Calibrations the person is invited to, or all for those who lead them; the newest first',
  response: z.object({ today: z.iso.date(), calibrations: z.array(summary) }),
  errors: [],
})

const calibration = summary.extend({
  level: z.number().int().nullable(),
  withdrawnReason: z.string().nullable(),
  /** All had handed in; else somebody who leads opened it. */
  openedByAll: z.boolean(),
  mayLead: z.boolean(),
  mayReadResults: z.boolean(),
  cases: z.array(z.object({ id: z.string(), title: z.string(), stage: localText })),
  /** The person's own forms, in order; empty when they are not invited. */
  mine: z.array(
    z.object({
      trainingCase: z.string(),
      title: z.string(),
      stage: localText,
      state: z.enum(['new', 'begun', 'submitted']),
    }),
  ),
  levels: z.array(
    z.object({
      level: z.number().int(),
      title: localText,
      people: z.number().int(),
      done: z.number().int(),
    }),
  ),
  /** Who has still to hand in; for those who lead while it is answered, else null. */
  waiting: z
    .array(z.object({ name: z.string(), level: z.number().int(), handedIn: z.number().int() }))
    .nullable(),
})
export type CalibrationView = z.output<typeof calibration>

export const getCalibration = defineRoute({
  method: 'GET',
  path: '/api/calibrations/:calibration',
  permission: 'calibration.read',
  summary: 'A calibration: what the person has to answer, and how far the others are',
  params: calibrationParams,
  response: calibration,
  errors: ['not-found'],
})

export const listCalibrationChoices = defineRoute({
  method: 'GET',
  path: '/api/calibrations/choices',
  permission: 'calibration.lead',
  summary:
    'What a new calibration can be made of: programmes, their stages and levels, and who reviews there today',
  response: z.object({
    today: z.iso.date(),
    programmes: z.array(
      z.object({
        key: z.string(),
        title: localText,
        stages: z.array(z.string()),
        people: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            level: z.number().int(),
            roles: z.array(z.enum(roles)),
            unit: z.string().nullable(),
          }),
        ),
        levels: z.array(z.object({ level: z.number().int(), title: localText })),
      }),
    ),
  }),
  errors: [],
})

export const addCalibration = defineRoute({
  method: 'POST',
  path: '/api/calibrations',
  permission: 'calibration.lead',
  summary:
    'Invite reviewers to answer training cases; they are told, and see nothing of one another until it is opened',
  body: z.object({
    name: sharedLine({ da: 'Navnet', en: 'The name' }).min(1).max(200),
    programme: plainLine.min(1).max(100),
    trainingCases: z.array(z.uuid()).min(1).max(10),
    people: z.array(z.uuid()).min(2).max(100),
    dueOn: day,
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: [
    'programme-not-found',
    'not-found',
    'person-not-found',
    'not-a-reviewer',
    'case-not-of-programme',
    'calibration-due-passed',
  ],
})

export const openCalibration = defineRoute({
  method: 'POST',
  path: '/api/calibrations/:calibration/opening',
  permission: 'calibration.lead',
  summary: 'End the answering and open what was handed in to the invited; for good',
  params: calibrationParams,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'calibration-closed', 'calibration-withdrawn', 'too-few-handed-in'],
})

export const withdrawCalibration = defineRoute({
  method: 'POST',
  path: '/api/calibrations/:calibration/withdrawal',
  permission: 'calibration.lead',
  summary: 'Give a calibration up with a reason; nobody’s answers are opened',
  params: calibrationParams,
  body: z.object({ reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(1000) }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'calibration-closed', 'calibration-withdrawn'],
})
