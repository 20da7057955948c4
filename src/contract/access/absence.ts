import { z } from 'zod'
import { day } from '../frame/day.ts'
import { defineRoute, nothing } from '../frame/route.ts'

const absence = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  from: z.iso.date(),
  /** Last day, inclusive. */
  until: z.iso.date(),
  mine: z.boolean(),
  /** The caller may take it back: their own, or of somebody below them in the line. */
  mayTakeBack: z.boolean(),
  /** Open reviews of theirs that are due while they are away, in rounds under way. */
  dueMeanwhile: z.number().int(),
})
export type AbsenceView = z.output<typeof absence>

export const listAbsences = defineRoute({
  method: 'GET',
  path: '/api/absences',
  permission: 'signed-in',
  summary: 'Who is away now or later: oneself, and those whose reviews one gives out',
  response: z.object({
    absences: z.array(absence),
    /** For whom the caller may enter one: themselves first, then those below them in the line. */
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  errors: [],
})

/** Nobody knows longer ahead. */
const longest = 730

export const addAbsence = defineRoute({
  method: 'POST',
  path: '/api/absences',
  permission: 'signed-in',
  summary: 'Say that oneself or somebody below is away, who is told of it; why is not asked',
  body: z
    .object({ person: z.uuid(), from: day, until: day })
    .refine(({ from, until }) => until >= from, {
      path: ['until'],
      params: {
        code: 'end-before-start',
        text: { da: 'Den sidste dag ligger før den første.', en: 'The last day lies before the first.' },
      },
    })
    .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= longest * 86_400_000, {
      path: ['until'],
      params: {
        code: 'too-long',
        text: { da: 'Højst to år ad gangen.', en: 'At most two years at a time.' },
      },
    }),
  response: z.object({ id: z.string() }),
  errors: ['not-found', 'absence-past'],
})

export const takeBackAbsence = defineRoute({
  method: 'DELETE',
  path: '/api/absences/:absence',
  permission: 'signed-in',
  summary: 'Take an absence back: entered by mistake, or the person is back',
  params: z.object({ absence: z.uuid() }),
  response: nothing,
  errors: ['not-found'],
})
