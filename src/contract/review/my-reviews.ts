import { z } from 'zod'
import { forecastBases } from '../../core/review/forecast-minutes.ts'
import { defineRoute } from '../frame/route.ts'
import { localText, reviewState } from './review.ts'

const task = z.object({
  id: z.string(),
  state: reviewState,
  round: z.string(),
  level: z.object({ level: z.number().int(), title: localText }),
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  /** Days since the case was drawn. */
  age: z.number().int(),
  minutesPlanned: z.number(),
  /** Null: no day is set, or it is submitted. */
  dueOn: z.iso.date().nullable(),
  /** What it will likely take, and what that rests on. */
  forecast: z.object({ minutes: z.number(), basis: z.enum(forecastBases) }).nullable(),
  /** An answer so far says that a child may be at risk. */
  critical: z.boolean(),
  answered: z.number().int(),
  asked: z.number().int(),
  submittedAt: z.iso.datetime().nullable(),
  minutes: z.number().int().nullable(),
  /** The person took part in the case and must pass the review on. */
  ownCase: z.boolean(),
  /** Two filled in a form each and are to merge them. */
  merging: z.boolean(),
})
export type ReviewTask = z.output<typeof task>

const myReviews = z.object({
  /** Whether the person's roles let them review at all. */
  reviews: z.boolean(),
  /** Waiting for the person: critical ones first, then by the day they are due, the longest waiting first. */
  open: z.array(task),
  submitted: z.array(task),
  /** What the person has submitted today. */
  doneToday: z.object({ reviews: z.number().int(), minutes: z.number().int() }),
  /** The last day of this week; what is due until then is this week's. */
  weekEnds: z.iso.date(),
  today: z.iso.date(),
  /** Reviews that nobody has been given, where the person may give them out; null where they may not. */
  unassigned: z.number().int().nullable(),
})
export type MyReviews = z.output<typeof myReviews>

export const listMyReviews = defineRoute({
  method: 'GET',
  path: '/api/reviews/mine',
  // Empty for roles without reviews, so that everyone's first page is one question to the server.
  permission: 'signed-in',
  summary: 'The reviews that wait for the person, and those submitted last',
  response: myReviews,
  errors: [],
})
