import { z } from 'zod'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { reviewParams } from './review.ts'
import { writeErrors } from './write-errors.ts'

/** Blank is as good as none. */
const note = plainText
  .max(4000)
  .nullable()
  .transform((value) => (value === '' ? null : value))

export const listMyNotes = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/notes',
  permission: 'review.read',
  summary: 'The caller’s own private notes on a review; nobody else’s are ever given to anyone',
  params: reviewParams,
  response: z.object({ notes: z.array(z.object({ question: z.string(), text: z.string() })) }),
  errors: ['not-found', 'own-case'],
})

export const saveMyNote = defineRoute({
  method: 'PUT',
  path: '/api/reviews/:review/notes/:question',
  permission: 'review.answer',
  summary: 'Save the caller’s private note to a question; it is erased when the round closes',
  params: reviewParams.extend({ question: plainLine.min(1).max(100) }),
  body: z.object({
    text: note,
    /** The note as it was loaded or last saved. */
    before: note,
  }),
  response: nothing,
  errors: [...writeErrors, 'question-not-in-form', 'outdated-version'],
})
