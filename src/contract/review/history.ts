import { z } from 'zod'
import { defineRoute } from '../frame/route.ts'
import { givenAnswer, localText, reviewParams, typedQuestion } from './review.ts'

const change = typedQuestion.extend({
  question: z.string(),
  number: z.string(),
  text: localText,
  /** Null: not answered then. */
  before: givenAnswer.nullable(),
  after: givenAnswer.nullable(),
  /** The answer that stands is another one. */
  answer: z.boolean(),
  /** Comment, evidence or the reason of an override reads differently. */
  notes: z.boolean(),
})

const entry = z.object({
  kind: z.enum(['submitted', 'returned', 'reopened', 'written-off']),
  at: z.iso.datetime(),
  /** Null: not known, or the program. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** Only of submissions. */
  submission: z
    .object({
      number: z.number().int(),
      minutes: z.number().int().nullable(),
      /** Corrected after another level's answers were open: statistics read an earlier submission. */
      influenced: z.boolean(),
      /** From the submission before; empty at the first. */
      changes: z.array(change),
    })
    .nullable(),
})
export type HistoryEntry = z.output<typeof entry>

const history = z.object({ entries: z.array(entry) })
export type ReviewHistory = z.output<typeof history>

export const getReviewHistory = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/history',
  permission: 'review.read',
  summary: 'A review’s submissions, what changed between them, and why it was sent back',
  params: reviewParams,
  response: history,
  errors: ['not-found', 'own-case', 'sealed'],
})
