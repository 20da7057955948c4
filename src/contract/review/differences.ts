import { z } from 'zod'
import { differenceReasons, differenceStates } from '../../core/review/difference.ts'
import { defineRoute } from '../frame/route.ts'
import { givenAnswer, localText, reviewParams, typedQuestion } from './review.ts'

const side = givenAnswer.extend({
  comment: z.string().nullable(),
  evidenceReference: z.string().nullable(),
  evidenceDate: z.iso.date().nullable(),
})

const proposal = z.object({
  /** A reply names it. */
  id: z.number().int(),
  reason: z.enum(differenceReasons),
  /** As an answer to the question is written: yes, no, na, or the value. */
  consensus: z.string(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Proposal = z.output<typeof proposal>

const reply = z.object({
  agreed: z.boolean(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})

const row = typedQuestion.extend({
  question: z.string(),
  number: z.string(),
  text: localText,
  /** Null: this level was not asked. */
  own: side.nullable(),
  below: side.nullable(),
  /** `open`: nothing is proposed about the answers as they stand. `beside`: in words, so not compared. */
  state: z.enum(differenceStates),
  /** Why the levels differ and which answer should be common, as the higher level sees it; it changes neither answer. */
  proposal: proposal.nullable(),
  reply: reply.nullable(),
  /** How many messages the two levels have written about the question. */
  messages: z.number().int(),
})
export type DifferenceRow = z.output<typeof row>

const differences = z.object({
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  /** Whose reviewer the person is; a `reader` is neither's. */
  side: z.enum(['above', 'below', 'reader']),
  /** The person may propose or reply, and write messages. */
  maySettle: z.boolean(),
  mayWrite: z.boolean(),
  own: z.object({ level: z.number().int(), title: localText }),
  /** Null at the lowest level. `submitted` false: the level below has not submitted, and its answers stay closed. */
  below: z
    .object({
      level: z.number().int(),
      title: localText,
      submitted: z.boolean(),
      /** Its review, once it is submitted or has been; null before, and where there is none. */
      review: z.string().nullable(),
      /** The person may send it back for correction. */
      mayReturn: z.boolean(),
      /** It was sent back and is being corrected. */
      returned: z.boolean(),
    })
    .nullable(),
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
  errors: ['not-found', 'own-case', 'sealed', 'written-off'],
})
