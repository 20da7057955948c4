import { z } from 'zod'
import { roles } from '../../core/access/role.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { reviewParams } from '../review/review.ts'
import { unitParams } from './visits.ts'

const localText = z.object({ da: z.string(), en: z.string() })

const strength = z.object({
  id: z.string(),
  text: z.string(),
  theme: localText.nullable(),
  themeKey: z.string().nullable(),
  authorRole: z.enum(roles),
  writtenAt: z.iso.datetime(),
  mayWithdraw: z.boolean(),
  /** Marked at a review’s question; null: written by the unit. */
  example: z
    .object({
      round: localText,
      /** The case’s running number among the round’s examples; never its number in the registry. */
      caseNumber: z.number().int(),
      number: z.string(),
      text: localText,
      stage: localText,
    })
    .nullable(),
})
export type StrengthView = z.output<typeof strength>

export const listStrengths = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/strengths',
  permission: 'learning.read',
  summary: 'What goes well at a unit; examples from reviews once their round’s results are open',
  params: unitParams,
  response: z.object({
    unit: z.object({ id: z.string(), name: z.string() }),
    mayWrite: z.boolean(),
    themes: z.array(z.object({ key: z.string(), title: localText })),
    strengths: z.array(strength),
  }),
  errors: ['not-found'],
})

const text = sharedText({ da: 'Styrken', en: 'The strength' }).min(1).max(1000)

export const addStrength = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/strengths',
  permission: 'learning.write',
  summary: 'Write what goes well at the unit; without names',
  params: unitParams,
  body: z.object({ text, theme: plainLine.min(1).max(100).nullable() }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found'],
})

const strengthParams = unitParams.extend({ strength: z.uuid() })

export const withdrawStrength = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/strengths/:strength/withdrawal',
  permission: 'learning.write',
  summary: 'Take a strength away: one’s own, or one of the unit by whoever leads its visits',
  params: strengthParams,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-the-author'],
})

export const listReviewStrengths = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/strengths',
  permission: 'review.read',
  summary: 'What was marked in a submitted review as done well, and the questions that can be',
  params: reviewParams,
  response: z.object({
    /** Id of the unit whose list it may come on. */
    unit: z.string(),
    mayMark: z.boolean(),
    strengths: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        number: z.string(),
        text: z.string(),
        own: z.boolean(),
        /** The answer was changed since, so that it is no example any more. */
        stands: z.boolean(),
      }),
    ),
    questions: z.array(z.object({ key: z.string(), number: z.string(), text: localText })),
  }),
  errors: ['not-found', 'sealed', 'not-submitted'],
})

export const markStrength = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/strengths',
  permission: 'review.answer',
  summary: 'Hold a question of one’s own submitted review up as an example, with a text without names',
  params: reviewParams,
  body: z.object({ question: plainLine.min(1).max(100), text }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: [
    'not-found',
    'not-your-review',
    'not-submitted',
    'question-not-in-form',
    'answer-not-compliant',
    'strength-marked',
  ],
})
