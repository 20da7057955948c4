import { z } from 'zod'
import { defineRoute } from '../frame/route.ts'
import { givenAnswer, localText, reviewParams, typedQuestion } from './review.ts'

const level = z.object({
  level: z.number().int(),
  title: localText,
  /** `closed`: submitted, but the person may not see it yet. */
  standing: z.enum(['none', 'open', 'closed', 'shown']),
})

const allLevels = z.object({
  /** The programme's levels from the lowest up. */
  levels: z.array(level),
  /** In the order of the form; `answers` in the order of `levels`, null where there is none to show. */
  rows: z.array(
    typedQuestion.extend({
      question: z.string(),
      number: z.string(),
      text: localText,
      answers: z.array(givenAnswer.nullable()),
    }),
  ),
})
export type AllLevels = z.output<typeof allLevels>

export const getAllLevels = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/levels',
  permission: 'review.read',
  summary: 'Every level’s answers to the case of a submitted review, as far as the seal opens them',
  params: reviewParams,
  response: allLevels,
  errors: ['not-found', 'own-case', 'sealed', 'written-off'],
})
