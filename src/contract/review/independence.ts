import { z } from 'zod'
import { independenceVerdicts } from '../../core/review/independence.ts'
import { defineRoute } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { reviewParams } from './review.ts'

export const declareIndependence = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/declaration',
  permission: 'review.answer',
  summary:
    'Say whether one can judge the case independently; with a conflict the case goes to a colleague for good',
  params: reviewParams,
  body: z.object({
    verdict: z.enum(independenceVerdicts),
    note: sharedText({ da: 'Forklaringen', en: 'The explanation' })
      .max(1000)
      .nullable()
      .transform((text) => (text === '' ? null : text)),
  }),
  /** `passedOn`: the case is no longer the person's. */
  response: z.object({ passedOn: z.boolean() }),
  keyed: true,
  errors: ['not-found', 'not-your-review', 'own-case', 'already-submitted', 'written-off', 'round-closed'],
})
