import { z } from 'zod'
import type { RoundEvidence } from '../../core/planning/round-evidence.ts'
import { roundParams } from '../draw/rounds.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { selection } from '../programme/selection.ts'

const localText = z.object({ da: z.string(), en: z.string() })
const count = z.number().int()

const plannable = z.object({
  programme: z.object({ key: z.string(), version: count, title: localText }),
  /** How many stages the programme audits. */
  stages: count,
  /** Lowest first. */
  levels: z.array(
    z.object({
      level: count,
      title: localText,
      from: count.nullable(),
      /** As the programme plans them. */
      minutes: z.number(),
      comparison: z.boolean(),
      selection,
    }),
  ),
  /** The programme's rounds of any version, newest first. */
  rounds: z.array(
    z.object({
      key: z.string(),
      title: localText,
      state: z.enum(['planned', 'open', 'closed']),
      periodFrom: z.iso.date(),
      periodTo: z.iso.date(),
    }),
  ),
})
export type Plannable = z.output<typeof plannable>

export const getPlannable = defineRoute({
  method: 'GET',
  path: '/api/planning/:programme',
  permission: 'round.plan',
  summary: 'What a plan is made of: the newest version’s levels, and the rounds that could be learned from',
  params: z.object({ programme: plainLine.min(1).max(100) }),
  response: plannable,
  errors: ['not-found'],
})

const evidence = z.object({
  reference: count,
  population: z.number().nullable(),
  strata: count,
  share: z.number().nullable(),
  comparisonShare: z.number().nullable(),
  question: z.object({ perCase: z.number(), share: z.number() }).nullable(),
  levels: z.array(
    z.object({
      level: count,
      reviews: count,
      r2: z.number().nullable(),
      pairs: count,
      spread: z.number().nullable(),
      equalReviews: z.number().nullable(),
      own: z.object({
        equalReviews: z.number().nullable(),
        population: z.number().nullable(),
        spread: z.number().nullable(),
      }),
      minutes: z.number().nullable(),
      timed: count,
    }),
  ),
}) satisfies z.ZodType<RoundEvidence>

/** Sums over the whole municipality; figures of fewer than ten cases are left out, and a sealed round tells nothing. */
const roundEvidence = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sealed') }),
  z.object({ state: z.literal('empty') }),
  z.object({ state: z.literal('ready'), evidence }),
])
export type RoundEvidenceAnswer = z.output<typeof roundEvidence>

export const getRoundEvidence = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/evidence',
  permission: 'round.plan',
  summary: 'What a round tells about the next: spread, how well levels foretell each other, time taken',
  params: roundParams,
  response: roundEvidence,
  errors: ['not-found'],
})
