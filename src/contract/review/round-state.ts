import { z } from 'zod'
import { forecastBases } from '../../core/review/forecast-minutes.ts'
import { stuckReasons } from '../../core/review/stuck.ts'
import { roundParams } from '../draw/rounds.ts'
import { defineRoute } from '../frame/route.ts'
import { localText } from './review.ts'

const day = z.iso.date()

const end = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('too-few'), submitted: z.number().int() }),
  z.object({
    kind: z.literal('expected'),
    day,
    earliest: day,
    latest: day.nullable(),
    /** Submissions a working day. */
    pace: z.number(),
  }),
])

const level = z.object({
  level: z.number().int(),
  title: localText,
  /** Null: not drawn yet; then nothing else is known. */
  drawnOn: day.nullable(),
  dueOn: day.nullable(),
  end: end.nullable(),
  /** What one review is likely to take. */
  minutesEach: z.object({ minutes: z.number(), basis: z.enum(forecastBases) }),
  /** Submissions by day, in order; days without any are left out. */
  days: z.array(z.object({ day, submitted: z.number().int() })),
})
export type LevelState = z.output<typeof level>

const counts = z.object({
  level: z.number().int(),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** To be reviewed: drawn and not written off. */
  drawn: z.number().int(),
  unassigned: z.number().int(),
  given: z.number().int(),
  begun: z.number().int(),
  returned: z.number().int(),
  submitted: z.number().int(),
  writtenOff: z.number().int(),
  minutesUsed: z.number().int(),
  minutesLeft: z.number(),
})
export type UnitState = z.output<typeof counts>

const state = z.object({
  round: z.object({ key: z.string(), title: localText, closed: z.boolean() }),
  today: day,
  levels: z.array(level),
  counts: z.array(counts),
})
export type RoundState = z.output<typeof state>

export const getRoundState = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/state',
  permission: 'round.read',
  summary:
    'Where a round’s reviews are, by level and unit, when they are likely to be done, and how they came in',
  params: roundParams,
  response: state,
  errors: ['not-found'],
})

const stuck = z.object({
  id: z.string(),
  level: z.number().int(),
  caseId: z.string(),
  stage: localText,
  unit: z.string(),
  reviewers: z.array(z.string()),
  reason: z.enum(stuckReasons),
  /** The last day anything happened. */
  lastTouchedOn: day,
  dueOn: day.nullable(),
})
export type StuckReview = z.output<typeof stuck>

export const listStuck = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/stuck',
  permission: 'review.assign',
  summary: 'Reviews that stand still: without a reviewer, sent back and left, overdue, begun and left',
  params: roundParams,
  response: z.object({
    reviews: z.array(stuck),
    /** How many there are; `reviews` has the first 200. */
    total: z.number().int(),
  }),
  errors: ['not-found', 'not-permitted'],
})
