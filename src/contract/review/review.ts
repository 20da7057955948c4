import { z } from 'zod'
import { apartSteps } from '../../core/review/own-form.ts'
import { reviewActs } from '../../core/review/review-acts.ts'
import { defineRoute } from '../frame/route.ts'

export const localText = z.object({ da: z.string(), en: z.string() })
export const answerValue = z.enum(['yes', 'no', 'na'])
export const reviewState = z.enum(['assigned', 'in-progress', 'submitted', 'written-off'])

export const reviewParams = z.object({ review: z.uuid() })

const question = z.object({
  key: z.string(),
  number: z.string(),
  section: z.number().int(),
  text: localText,
  /** In force on the day the stage was completed; null: the question names no provision of that law. */
  law: z.object({ title: localText, reference: z.string() }).nullable(),
  legalConfidence: z.enum(['verified', 'partial', 'memory']),
  guidance: localText.nullable(),
  /** An answer other than the expected one starts the critical-case procedure. */
  escalates: z.boolean(),
  /** The answer on which the form proposes to report a critical case. */
  escalatesOn: z.enum(['yes', 'no']).nullable(),
  askedWhen: z.object({ question: z.string(), answered: z.array(answerValue) }).optional(),
  answerType: z.enum(['yes-no', 'graded', 'number', 'date', 'text']),
  /** Ascending; empty unless it is graded. */
  grades: z.array(localText),
  /** Its grade follows from other answers: the first rule whose conditions all hold. */
  derived: z
    .array(
      z.object({
        grade: z.number().int(),
        when: z.array(
          z.object({
            questions: z.array(z.string()),
            atLeast: z.number().int(),
            answered: z.array(answerValue).exactOptional(),
            grades: z.array(z.number().int()).exactOptional(),
          }),
        ),
      }),
    )
    .optional(),
  /** Of the deadline rule that the registry's dates could answer it by. */
  deadlineRule: z.string().nullable(),
})
export type FormQuestion = z.output<typeof question>

/** What tells how an answer to a question reads. */
export const typedQuestion = z.object({
  answerType: z.enum(['yes-no', 'graded', 'number', 'date', 'text']),
  /** Ascending; empty unless it is graded. */
  grades: z.array(localText),
})

/** An answer of any type, to be shown. */
export const givenAnswer = z.object({
  answer: answerValue.nullable(),
  value: z.string().nullable(),
  derivedValue: z.string().nullable(),
  overrideReason: z.string().nullable(),
})

const savedAnswer = z.object({
  question: z.string(),
  /** Of a yes-no question. */
  answer: answerValue.nullable(),
  /** Of a question of another type, as `saveAnswer` takes it. */
  value: z.string().nullable(),
  /** The grade that followed from the other answers on submission; while the review is open it is not kept. */
  derivedValue: z.string().nullable(),
  overrideReason: z.string().nullable(),
  comment: z.string().nullable(),
  evidenceReference: z.string().nullable(),
  evidenceDate: z.iso.date().nullable(),
  /** The next save names it. */
  version: z.number().int(),
  answeredAt: z.iso.datetime(),
  answeredBy: z.string(),
})
export type SavedAnswer = z.output<typeof savedAnswer>

const part = z.enum(['responsible', 'took-part', 'decided', 'advised'])
/** What somebody did in a case stage. */
export type Part = z.output<typeof part>

const review = z.object({
  id: z.string(),
  state: reviewState,
  /**
   * Two review apart, and the person is one of them: they fill in their own form, wait for their colleague's, merge the
   * two, or have merged them. While the review is open state, answers and comment are those of their own form.
   */
  apart: z.enum(apartSteps).nullable(),
  /** What the person may do with it now. */
  acts: z.array(z.enum(reviewActs)),
  /** A reviewer has yet to say that they can judge the case independently; until then nothing can be answered. */
  declarationNeeded: z.boolean(),
  /** The answers are another's and closed for now: `answers` is empty and `comment` null, whatever there is. */
  sealed: z.boolean(),
  round: z.object({ key: z.string(), title: localText, closed: z.boolean() }),
  level: z.object({ level: z.number().int(), title: localText, minutes: z.number() }),
  /** Title of the level whose cases this one's are drawn from; null at the lowest. */
  below: localText.nullable(),
  stage: localText,
  caseFacts: z.object({
    caseId: z.string(),
    unit: z.string(),
    caseworker: z.string(),
    /** Null at a level with anchors, for all but those who lead the audit: an old case would be seen by its dates. */
    started: z.iso.date().nullable(),
    completed: z.iso.date().nullable(),
    /** Calendar days from start to end. */
    days: z.number().int(),
    attributes: z.array(z.object({ name: z.string(), value: z.string() })),
    participants: z.array(
      z.object({
        part,
        caseworker: z.string(),
        name: z.string().nullable(),
      }),
    ),
  }),
  reviewers: z.array(z.object({ name: z.string(), me: z.boolean() })),
  startedAt: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  minutes: z.number().int().nullable(),
  /** What the person seems to have spent on it so far, to be proposed on submission; 0 for others and once submitted. */
  minutesSoFar: z.number().int(),
  comment: z.string().nullable(),
  /** What must be known before real use, e.g. that no jurist has confirmed the questions. */
  programmeStatus: localText.nullable(),
  sections: z.array(z.object({ number: z.number().int(), title: localText })),
  questions: z.array(question),
  answers: z.array(savedAnswer),
})
export type Review = z.output<typeof review>

export const getReview = defineRoute({
  method: 'GET',
  path: '/api/reviews/:review',
  permission: 'review.read',
  summary: 'A review: the case, the form of its stage, and the answers where they are not sealed',
  params: reviewParams,
  response: review,
  errors: ['not-found', 'own-case'],
})
