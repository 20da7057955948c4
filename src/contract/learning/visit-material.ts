import { z } from 'zod'
import { agendaKinds } from '../../core/learning/agenda.ts'
import { change, localText, proportion } from '../analysis/figures.ts'
import { defineRoute } from '../frame/route.ts'
import { visitParams } from './visits.ts'

const question = proportion.extend({
  question: z.string(),
  /** As printed on the form. */
  number: z.string(),
  stage: localText,
  text: localText,
  baseline: proportion.nullable(),
  change: change.nullable(),
})
export type MaterialQuestion = z.output<typeof question>

export const visitResults = z.discriminatedUnion('state', [
  z.object({ state: z.literal('no-round') }),
  z.object({
    state: z.literal('sealed'),
    /** Levels that must submit before anybody sees figures. */
    waiting: z.array(z.object({ level: z.number().int(), title: localText })),
  }),
  z.object({ state: z.literal('empty') }),
  z.object({
    state: z.literal('ready'),
    level: localText,
    baseline: localText.nullable(),
    failed: z.array(question),
    declines: z.array(question),
    /** Figures of the questions on the agenda, whether they are above or not. */
    onAgenda: z.array(question),
  }),
])

const material = z.object({
  /** What the round’s figures say of the unit; the other states say why they say nothing. */
  results: visitResults,
  findings: z
    .object({
      open: z.number().int(),
      overdue: z.number().int(),
      /** A round is under way whose seal may keep some from the person. */
      sealed: z.boolean(),
    })
    .nullable(),
  strengths: z.number().int(),
  goals: z.number().int(),
  openPoints: z.number().int(),
  /** Items that all this suggests, and that the agenda has not got. */
  suggested: z.array(
    z.object({ kind: z.enum(agendaKinds), question: z.string().nullable(), text: localText }),
  ),
})
export type VisitMaterial = z.output<typeof material>

export const getVisitMaterial = defineRoute({
  method: 'GET',
  path: '/api/visits/:visit/material',
  permission: 'learning.read',
  summary:
    'What a visit’s agenda can be drawn from: the unit’s results where they are open, and what is left from before',
  params: visitParams,
  response: material,
  errors: ['not-found'],
})
