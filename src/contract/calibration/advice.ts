import { z } from 'zod'
import { roundParams } from '../draw/rounds.ts'
import { defineRoute } from '../frame/route.ts'

const localText = z.object({ da: z.string(), en: z.string() })

const summary = z.object({
  id: z.string(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  people: z.number().int(),
  levels: z.array(z.number().int()),
})

const advice = z.object({
  /** The widest calibration held for the round; null: none. */
  held: summary
    .extend({
      pairs: z.number().int(),
      agreeing: z.number().int(),
      /** Those with the least agreement. */
      questions: z.array(
        z.object({
          number: z.string(),
          text: localText,
          stage: localText,
          pairs: z.number().int(),
          agreeing: z.number().int(),
          /** An answer was agreed on at the meeting. */
          concluded: z.boolean(),
        }),
      ),
    })
    .nullable(),
  /** `held` was opened after the round was, since there was none before. */
  whileOpen: z.boolean(),
  /** The others that were opened after the round was. */
  furtherWhileOpen: z.array(summary),
  /** When the last one was opened, where none was held for the round. */
  last: z.iso.datetime().nullable(),
  /** When the round before was opened; null: this is the programme’s first. */
  since: z.iso.datetime().nullable(),
  roundClosed: z.boolean(),
})
export type CalibrationAdvice = z.output<typeof advice>

export const getCalibrationAdvice = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/calibration-advice',
  permission: 'calibration.advise',
  summary: 'Whether the reviewers calibrated for the round, and which questions they should talk about',
  params: roundParams,
  response: advice,
  errors: ['not-found'],
})
