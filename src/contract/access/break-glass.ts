import { z } from 'zod'
import { getCase } from '../caseflow/deadlines.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'

/** For how long a case can be opened, in minutes; the longest is the database's limit too. */
export const breakGlassMinutes = [15, 30, 60] as const

const grant = z.object({
  id: z.uuid(),
  caseId: z.string(),
  unit: z.string().nullable(),
  opener: z.string(),
  reason: z.string(),
  openedAt: z.iso.datetime(),
  /** When its minutes are over, or it was ended. */
  until: z.iso.datetime(),
  open: z.boolean(),
  /** The caller opened it, so that another must judge. */
  mine: z.boolean(),
  /** Null: nobody has judged it yet. */
  judged: z.object({ justified: z.boolean(), word: z.string(), by: z.string() }).nullable(),
})
export type BreakGlassView = z.output<typeof grant>

const params = z.object({ breakGlass: z.uuid() })

export const openBreakGlass = defineRoute({
  method: 'POST',
  path: '/api/break-glass',
  permission: 'break-glass.open',
  summary:
    'Open one case outside one’s reach in an emergency, read-only and for a short time; those responsible are told at once',
  body: z
    .object({
      case: plainLine.min(1).max(200).optional(),
      cpr: plainLine.max(20).optional(),
      reason: sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(10).max(1000),
      minutes: z.union(breakGlassMinutes.map((minutes) => z.literal(minutes))),
    })
    .refine((given) => (given.case === undefined) !== (given.cpr === undefined), {
      params: {
        code: 'case-or-cpr',
        text: {
          da: 'Angiv enten et sagsnummer eller et CPR-nummer.',
          en: 'Give either a case number or a CPR number.',
        },
      },
    }),
  response: z.object({ id: z.uuid() }),
  errors: [
    'not-found',
    'cpr-unusable',
    'no-personal-key',
    'break-glass-not-needed',
    'break-glass-often',
    'step-up-needed',
  ],
})

export const listOwnBreakGlass = defineRoute({
  method: 'GET',
  path: '/api/break-glass/own',
  permission: 'break-glass.open',
  summary: 'What the caller has opened by break-glass, with what a second person found',
  response: z.object({ grants: z.array(grant) }),
  errors: [],
})

export const readBreakGlassCase = defineRoute({
  method: 'GET',
  path: '/api/break-glass/:breakGlass/case',
  permission: 'break-glass.open',
  summary: 'The overview sheet of the case that the caller opened by break-glass, while it is open',
  params,
  response: getCase.response,
  errors: ['not-found', 'break-glass-over'],
})

export const listBreakGlass = defineRoute({
  method: 'GET',
  path: '/api/break-glass',
  permission: 'break-glass.review',
  summary: 'Cases opened by break-glass within the caller’s reach, those not yet judged first',
  response: z.object({ grants: z.array(grant) }),
  errors: [],
})

export const endBreakGlass = defineRoute({
  method: 'POST',
  path: '/api/break-glass/:breakGlass/end',
  permission: 'break-glass.review',
  summary: 'Close a case opened by break-glass before its time is over',
  params,
  response: nothing,
  errors: ['not-found', 'break-glass-over'],
})

export const judgeBreakGlass = defineRoute({
  method: 'POST',
  path: '/api/break-glass/:breakGlass/judge',
  permission: 'break-glass.review',
  summary: 'Say whether a break-glass by somebody else was justified, with a word on why',
  params,
  body: z.object({
    justified: z.boolean(),
    word: sharedText({ da: 'Vurderingen', en: 'The judgement' }).min(3).max(1000),
  }),
  response: nothing,
  errors: ['not-found', 'break-glass-own', 'break-glass-judged'],
})
