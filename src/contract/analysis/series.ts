import { z } from 'zod'
import { roundParams } from '../draw/rounds.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { count, localText, proportion } from './figures.ts'

const series = z.object({
  /** Level that every point is measured at. */
  level: count,
  /** How many of the questions in scope every round asked alike; the points are made of those alone. */
  questions: z.object({ shared: count, all: count }),
  /** Finished rounds of the programme, the oldest first. */
  rounds: z.array(
    z.object({
      key: z.string(),
      title: localText,
      periodTo: z.iso.date(),
      /** Cases behind a composite; applicable answers of a question. */
      sample: count,
      figure: proportion.nullable(),
      /** Null where there are no limits, or too few answers for a share. */
      limits: z.object({ lower: z.number(), upper: z.number() }).nullable(),
      signs: z.array(z.enum(['beyond-limits', 'one-side'])),
    }),
  ),
  /** Rounds with a share, which the rules count. */
  counted: count,
  limits: z.discriminatedUnion('state', [
    z.object({ state: z.literal('no-limits') }),
    z.object({
      state: z.enum(['provisional', 'frozen']),
      method: z.enum(['p-chart', 'laney-p']),
      basis: count,
      centre: z.number(),
    }),
  ]),
})
export type Series = z.output<typeof series>

export const getSeries = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/series',
  permission: 'results.read',
  summary:
    "All finished rounds of the round's programme: the composite of all stages, of one stage, or one question, with control limits where there are rounds enough",
  params: roundParams,
  query: z.object({
    unit: z.uuid().optional(),
    stage: plainLine.max(200).optional(),
    question: plainLine.max(200).optional(),
  }),
  response: series,
  errors: ['not-found', 'results-sealed', 'round-without-answers'],
})
