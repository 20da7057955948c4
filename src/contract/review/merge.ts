import { z } from 'zod'
import { differenceReasons } from '../../core/review/difference.ts'
import { mergeStates } from '../../core/review/merge.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { givenAnswer, localText, reviewParams, typedQuestion } from './review.ts'

const questionParams = reviewParams.extend({ question: plainLine.min(1).max(100) })
const seen = z.int32().min(0)
const errors = [
  'not-found',
  'not-your-review',
  'own-case',
  'merge-sealed',
  'merge-done',
  'written-off',
  'round-closed',
] as const

const side = givenAnswer.extend({
  comment: z.string().nullable(),
  evidenceReference: z.string().nullable(),
  evidenceDate: z.iso.date().nullable(),
})
export type MergeSide = z.output<typeof side>

const row = typedQuestion.extend({
  question: z.string(),
  number: z.string(),
  text: localText,
  state: z.enum(mergeStates),
  /** The level's answer as it stands, of whatever type; of a derived rating what follows so far. Null: none yet. */
  given: z.string().nullable(),
  /** The two did not say the same; of a derived rating also where one of them overrode it. */
  differs: z.boolean(),
  /** What each of `forms` said, in their order. */
  sides: z.array(side),
  /** Of a derived rating: what the two can settle on; null: whatever the question can have. */
  settle: z
    .object({
      /** The grade that the rule gives the level's answers so far; null: they leave it open. */
      rule: z.string().nullable(),
      /** What the two put in its place. */
      overrides: z.array(z.string()),
    })
    .nullable(),
  /** The newest choice. */
  choice: z
    .object({
      /** The next move names it. */
      id: z.number().int(),
      reason: z.enum(differenceReasons),
      note: z.string().nullable(),
      by: z.string(),
      me: z.boolean(),
      at: z.iso.datetime(),
      confirmedBy: z.string().nullable(),
    })
    .nullable(),
})
export type MergeRow = z.output<typeof row>

const merge = z.object({
  caseId: z.string(),
  stage: localText,
  /** The person may choose, confirm and submit. */
  mayDecide: z.boolean(),
  /** The level's review is submitted with these answers. */
  submitted: z.boolean(),
  /** Every question that is asked has its answer. */
  complete: z.boolean(),
  forms: z.array(
    z.object({
      name: z.string(),
      me: z.boolean(),
      submittedAt: z.iso.datetime(),
      minutes: z.number().int().nullable(),
      comment: z.string().nullable(),
    }),
  ),
  /** In the order of the form. */
  rows: z.array(row),
})
export type Merge = z.output<typeof merge>

export const getMerge = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review/merge',
  permission: 'review.read',
  about: 'merge',
  summary: 'What two who reviewed apart said, side by side, once both have handed in',
  params: reviewParams,
  response: merge,
  errors: ['not-found', 'own-case', 'merge-sealed', 'sealed'],
})

export const chooseMerged = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/merge/:question/choice',
  permission: 'review.answer',
  about: 'merge',
  summary: 'Choose the level’s answer to a question; it counts when the other has confirmed it',
  params: questionParams,
  body: z.object({
    given: sharedText({ da: 'Svaret', en: 'The answer' }).min(1).max(4000),
    reason: z.enum(differenceReasons),
    note: sharedText({ da: 'Noten', en: 'The note' })
      .max(2000)
      .nullable()
      .transform((text) => (text === '' ? null : text)),
    /** The newest choice that the caller saw; 0: none. */
    seen,
  }),
  response: nothing,
  keyed: true,
  errors: [...errors, 'already-submitted', 'question-not-in-form', 'unfit-answer', 'outdated-version'],
})

export const confirmMerged = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/merge/:question/confirmation',
  permission: 'review.answer',
  about: 'merge',
  summary: 'Confirm the other’s choice',
  params: questionParams,
  body: z.object({ seen }),
  response: nothing,
  keyed: true,
  errors: [
    ...errors,
    'already-submitted',
    'question-not-in-form',
    'nothing-proposed',
    'own-choice',
    'outdated-version',
  ],
})

export const submitMerged = defineRoute({
  method: 'POST',
  path: '/api/reviews/:review/merge/submission',
  permission: 'review.answer',
  about: 'merge',
  summary: 'Submit the level’s review with the merged answers',
  params: reviewParams,
  response: nothing,
  keyed: true,
  errors: [...errors, 'already-submitted', 'merge-open'],
})
