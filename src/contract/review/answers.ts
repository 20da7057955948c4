import { z } from 'zod'
import { day } from '../frame/day.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { answerValue, reviewParams } from './review.ts'
import { writeErrors } from './write-errors.ts'

/** Blank is as good as nothing. */
const orNull = (text: z.ZodString) => text.nullable().transform((value) => (value === '' ? null : value))
const comment = sharedText({ da: 'Kommentaren', en: 'The comment' })

/** A week of one person's work; more is a slip of the finger. */
const mostMinutes = 2400

export const saveAnswer = defineRoute({
  method: 'PUT',
  path: '/api/reviews/:review/answers/:question',
  permission: 'review.answer',
  summary: 'Save one answer with comment and evidence; sending the same again changes nothing',
  params: reviewParams.extend({ question: plainLine.min(1).max(100) }),
  body: z.object({
    /** Null takes the answer back or leaves it for later; the comment stays. */
    answer: answerValue.nullable(),
    /**
     * Of a question of another type: the grade's place from 1, a number as 12.5, a day as 2024-01-31, or the text. Of a
     * derived grade: what is to stand instead, with the reason.
     */
    value: orNull(sharedText({ da: 'Svaret', en: 'The answer' }).max(4000)).default(null),
    overrideReason: orNull(sharedText({ da: 'Begrundelsen', en: 'The reason' }).max(1000)).default(null),
    comment: orNull(comment.max(4000)),
    evidenceReference: orNull(sharedText({ da: 'Henvisningen', en: 'The reference' }).max(300)),
    evidenceDate: day.nullable(),
    /** Of the answer as it was loaded or last saved; 0 where there was none. */
    version: z.int32().min(0),
  }),
  response: z.object({ version: z.number().int(), answeredAt: z.iso.datetime() }),
  errors: [...writeErrors, 'question-not-in-form', 'unfit-answer', 'evidence-in-future', 'outdated-version'],
})

export const saveReviewComment = defineRoute({
  method: 'PUT',
  path: '/api/reviews/:review/comment',
  permission: 'review.answer',
  summary: 'Save the comment on the whole review',
  params: reviewParams,
  body: z.object({
    comment: orNull(comment.max(8000)),
    /** The comment as it was loaded or last saved. */
    before: orNull(plainText.max(8000)),
  }),
  response: nothing,
  errors: [...writeErrors, 'outdated-version'],
})

export const submitReview = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/submission',
  permission: 'review.answer',
  summary: 'Submit a complete review; after this it cannot be changed and the level below opens',
  params: reviewParams,
  body: z.object({ minutes: z.number().int().min(1).max(mostMinutes) }),
  response: z.object({ submittedAt: z.iso.datetime() }),
  keyed: true,
  errors: [...writeErrors, 'incomplete', 'colleague-undeclared'],
})
