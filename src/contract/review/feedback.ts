import { z } from 'zod'
import { disputeOutcomes, replyKinds } from '../../core/review/feedback.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { localText, reviewParams } from './review.ts'

const summary = z.object({
  review: z.string(),
  round: localText,
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  releasedAt: z.iso.datetime(),
  read: z.boolean(),
  /** It was sent back after it was released; its answers are not shown until it is submitted again. */
  correcting: z.boolean(),
})
export type FeedbackSummary = z.output<typeof summary>

const reply = z.object({
  kind: z.enum(replyKinds),
  words: z.string().nullable(),
  at: z.iso.datetime(),
  /** How a dispute ended; null: not yet, or it is none. */
  outcome: z.object({ outcome: z.enum(disputeOutcomes), words: z.string(), at: z.iso.datetime() }).nullable(),
})

const point = z.object({
  question: z.string(),
  number: z.string(),
  text: localText,
  section: localText,
  /** It was corrected after the person replied. */
  nowInOrder: z.boolean(),
  comment: z.string().nullable(),
  law: z.object({ title: localText, reference: z.string() }).nullable(),
  guidance: localText.nullable(),
  reply: reply.nullable(),
})
export type FeedbackPoint = z.output<typeof point>

/** No counts and no shares: feedback is about the work, and nothing is to be added up by person. */
const feedback = summary.extend({
  comment: z.string().nullable(),
  /** What was in order, by section. */
  strengths: z.array(
    z.object({
      section: localText,
      /** Nothing in the section was out of order. */
      whole: z.boolean(),
      points: z.array(z.object({ number: z.string(), text: localText })),
    }),
  ),
  /** What was not, and what the person has replied to. */
  points: z.array(point),
  /** What must be known of the programme, e.g. that no jurist has confirmed the questions. */
  programmeStatus: localText.nullable(),
})
export type Feedback = z.output<typeof feedback>

export const listFeedback = defineRoute({
  method: 'GET',
  path: '/api/feedback',
  permission: 'feedback.own',
  summary: 'The released reviews of the cases the person worked on',
  response: z.object({ feedback: z.array(summary) }),
  errors: [],
})

export const countFeedback = defineRoute({
  method: 'GET',
  path: '/api/feedback/waiting',
  permission: 'signed-in',
  summary: 'How much feedback waits for the person: to read, to answer as leader, to have corrected',
  response: z.object({ unread: z.number().int(), disputes: z.number().int() }),
  errors: [],
})

export const getFeedback = defineRoute({
  method: 'GET',
  path: '/api/feedback/:review',
  permission: 'feedback.own',
  about: 'feedback',
  summary: 'A released review of a case the person worked on: what was in order, and what was not',
  params: reviewParams,
  response: feedback,
  errors: ['not-found'],
})

export const acceptFeedback = defineRoute({
  method: 'POST',
  path: '/api/feedback/:review/acceptance',
  permission: 'feedback.own',
  about: 'feedback',
  summary: 'Say that one has read the feedback and accepts every point one has not replied to',
  params: reviewParams,
  response: nothing,
  errors: ['not-found', 'feedback-correcting'],
})

const words = sharedText({ da: 'Dit svar', en: 'Your reply' }).max(4000)

export const replyToPoint = defineRoute({
  method: 'POST',
  path: '/api/feedback/:review/replies/:question',
  permission: 'feedback.own',
  about: 'feedback',
  summary: 'Accept a point that was not in order, or dispute it in one’s own words',
  params: reviewParams.extend({ question: plainLine.min(1).max(100) }),
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('accepted'),
      words: words.nullable().transform((text) => (text === '' ? null : text)),
    }),
    z.object({ kind: z.literal('disputed'), words: words.min(1) }),
  ]),
  response: nothing,
  errors: ['not-found', 'feedback-correcting', 'question-not-in-form', 'already-replied'],
})
