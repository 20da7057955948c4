import { z } from 'zod'
import { disputeOutcomes } from '../../core/review/feedback.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { localText } from './review.ts'

const dispute = z.object({
  id: z.string(),
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** The last day it should be answered on. */
  dueOn: z.iso.date(),
  /** That day has gone, and it is not answered. */
  overdue: z.boolean(),
  number: z.string(),
  text: localText,
  law: z.object({ title: localText, reference: z.string() }).nullable(),
  /** The review's. */
  comment: z.string().nullable(),
  /** The caseworker's. */
  words: z.string(),
  outcome: z.object({ outcome: z.enum(disputeOutcomes), words: z.string(), at: z.iso.datetime() }).nullable(),
  /** Why the person may not answer it although they see it; null: they may, or it is answered. */
  closedToMe: z.enum(['own-case', 'own-review']).nullable(),
  /** The review that is to be corrected, for those who lead the audit while its round is open. */
  review: z.string().nullable(),
  roundClosed: z.boolean(),
})
export type DisputeRow = z.output<typeof dispute>

export const listDisputes = defineRoute({
  method: 'GET',
  path: '/api/disputes',
  permission: 'feedback.follow-up',
  summary: 'Disputes over feedback within the person’s reach, the unanswered first',
  response: z.object({ disputes: z.array(dispute) }),
  errors: [],
})

export const listCorrectionRequests = defineRoute({
  method: 'GET',
  path: '/api/disputes/corrections',
  permission: 'feedback.correction',
  summary: 'Disputes that ended with a request to have the review corrected',
  response: z.object({ disputes: z.array(dispute) }),
  errors: [],
})

export const answerDispute = defineRoute({
  method: 'POST',
  path: '/api/disputes/:dispute/outcome',
  permission: 'feedback.follow-up',
  summary: 'End a dispute: the review stands, or those who lead the audit are asked to have it corrected',
  params: z.object({ dispute: z.uuid() }),
  body: z.object({
    outcome: z.enum(disputeOutcomes),
    words: sharedText({ da: 'Svaret', en: 'The answer' }).min(1).max(4000),
  }),
  response: nothing,
  errors: ['not-found', 'own-case', 'own-review', 'dispute-answered'],
})
