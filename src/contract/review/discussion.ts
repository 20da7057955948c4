import { z } from 'zod'
import { differenceReasons } from '../../core/review/difference.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { reviewParams } from './review.ts'

const questionParams = reviewParams.extend({ question: plainLine.min(1).max(100) })
const note = sharedText({ da: 'Noten', en: 'The note' })
  .max(2000)
  .nullable()
  .transform((text) => (text === '' ? null : text))

export const proposeConsensus = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/differences/:question/proposal',
  permission: 'review.answer',
  summary:
    'As the higher level’s reviewer, say why the levels differ and which answer should be common; no answer is changed',
  params: questionParams,
  body: z.object({
    reason: z.enum(differenceReasons),
    /** As an answer to the question is written: yes, no, na, or the value. */
    consensus: sharedText({ da: 'Svaret', en: 'The answer' }).min(1).max(4000),
    note,
    /** The newest proposal that the caller saw; 0: none. */
    seen: z.int32().min(0),
  }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-your-review',
    'own-case',
    'sealed',
    'written-off',
    'round-closed',
    'no-difference',
    'question-not-in-form',
    'unfit-answer',
    'outdated-version',
  ],
})

export const replyToProposal = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/differences/:question/reply',
  permission: 'review.answer',
  summary:
    'As the lower level’s reviewer, agree with a proposal or keep one’s view; `review` is the higher level’s',
  params: questionParams,
  body: z.object({
    agreed: z.boolean(),
    note,
    /** The proposal that is replied to. */
    proposal: z.int32().min(0),
  }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-your-review',
    'own-case',
    'sealed',
    'written-off',
    'round-closed',
    'no-difference',
    'nothing-proposed',
    'question-not-in-form',
    'outdated-version',
  ],
})

const thread = z.object({
  messages: z.array(z.object({ at: z.iso.datetime(), by: z.string(), me: z.boolean(), text: z.string() })),
})
export type Thread = z.output<typeof thread>

const threadErrors = [
  'not-found',
  'not-your-review',
  'own-case',
  'sealed',
  'written-off',
  'discussion-closed',
  'question-not-in-form',
] as const

export const getThread = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/threads/:question',
  permission: 'review.answer',
  summary:
    'What the reviewers of two neighbour levels wrote about a question; `review` is the higher level’s',
  params: questionParams,
  response: thread,
  errors: threadErrors,
})

export const writeMessage = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/threads/:question',
  permission: 'review.answer',
  summary: 'Write to the other level’s reviewers about a question, once both have submitted the case',
  params: questionParams,
  body: z.object({ text: sharedText({ da: 'Beskeden', en: 'The message' }).min(1).max(4000) }),
  response: nothing,
  keyed: true,
  errors: [...threadErrors, 'round-closed'],
})
