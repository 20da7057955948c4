import { z } from 'zod'
import { defineRoute } from '../frame/route.ts'
import { answerValue, localText, reviewParams } from './review.ts'

const side = z.object({
  answer: answerValue,
  comment: z.string().nullable(),
  evidenceReference: z.string().nullable(),
  evidenceDate: z.iso.date().nullable(),
})
export type AnswerSide = z.output<typeof side>

const row = z.object({
  question: z.string(),
  number: z.string(),
  text: localText,
  /** Null: this level was not asked. */
  own: side.nullable(),
  below: side.nullable(),
})
export type DifferenceRow = z.output<typeof row>

const differences = z.object({
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  own: z.object({ level: z.number().int(), title: localText }),
  /** Null at the lowest level. `submitted` false: the level below has not submitted, and its answers stay closed. */
  below: z.object({ level: z.number().int(), title: localText, submitted: z.boolean() }).nullable(),
  /** In the order of the form; empty while there is nothing to compare. */
  rows: z.array(row),
})
export type Differences = z.output<typeof differences>

export const getDifferences = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/differences',
  permission: 'review.read',
  summary: 'A submitted review beside the review of the level below, question by question',
  params: reviewParams,
  response: differences,
  errors: ['not-found', 'own-case', 'sealed', 'compare-closed', 'written-off'],
})
