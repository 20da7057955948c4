import { z } from 'zod'
import { correctionActs, writeOffReasons } from '../../core/review/correction.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { roundParams } from '../draw/rounds.ts'
import { localText, reviewParams } from './review.ts'

const reason = sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(2000)
const corrected = z.object({
  /** Another level's answers to the case were open to the reviewers: statistics keep the submission before. */
  influenced: z.boolean(),
})

export const returnReview = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/return',
  permission: 'review.correct',
  summary: 'Send a submitted review back for correction, as reviewer of the level above or leading the audit',
  params: reviewParams,
  body: z.object({ reason }),
  response: corrected,
  keyed: true,
  errors: ['not-found', 'not-permitted', 'own-correction', 'round-closed', 'not-submitted', 'written-off'],
})

export const reopenReview = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/reopening',
  permission: 'review.correct',
  summary:
    'Take one’s own submission back as a slip, or, leading the audit, take up a written-off review again',
  params: reviewParams,
  body: z.object({ reason }),
  response: corrected,
  keyed: true,
  errors: [
    'not-found',
    'not-permitted',
    'not-your-review',
    'round-closed',
    'not-submitted',
    'undo-over',
    'case-replaced',
  ],
})

export const writeOffReview = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/write-off',
  permission: 'review.write-off',
  summary: 'End a review that will not be made, with the reason, so that its round can close',
  params: reviewParams,
  body: z.object({ code: z.enum(writeOffReasons), reason }),
  response: nothing,
  keyed: true,
  errors: [
    'not-found',
    'not-permitted',
    'own-review',
    'round-closed',
    'already-submitted',
    'submitted-before',
    'written-off',
  ],
})

const corrections = z.object({
  /** What the person may do with the review now. */
  acts: z.array(z.enum(correctionActs)),
  /** How many submissions of it were sent back or undone. */
  kept: z.number().int(),
  /** Another level's answers have been open to its reviewers before their next submission. */
  influenced: z.boolean(),
  /** Why it was opened again, while it is being corrected and the person may see its answers. */
  returned: z
    .object({
      by: z.string().nullable(),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
      own: z.boolean(),
    })
    .nullable(),
  /** For its reviewers: the submitted review of the level above, where the two can be compared and talked about. */
  above: z.object({ review: z.string(), level: z.number().int(), title: localText }).nullable(),
})
export type Corrections = z.output<typeof corrections>

export const getCorrections = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/corrections',
  permission: 'review.correct',
  summary: 'What can be done with a review after its submission, and why it was sent back',
  params: reviewParams,
  response: corrections,
  errors: ['not-found'],
})

const unfinished = z.object({
  id: z.string(),
  level: z.number().int(),
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  state: z.enum(['assigned', 'in-progress', 'written-off']),
  reviewers: z.array(z.string()),
  /** The person reviews it, so that somebody else must write it off. */
  mine: z.boolean(),
  returned: z.boolean(),
  /** Null while it is still to be made. */
  writtenOff: z.object({ code: z.enum(writeOffReasons), reason: z.string() }).nullable(),
})
export type UnfinishedReview = z.output<typeof unfinished>

export const listUnfinishedReviews = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/unfinished-reviews',
  permission: 'review.write-off',
  summary: 'The reviews that stand between a round and its closing, and those written off',
  params: roundParams,
  response: z.object({ reviews: z.array(unfinished) }),
  errors: ['not-found'],
})
