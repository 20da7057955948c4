import { z } from 'zod'
import type { Method } from '../frame/route.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

export const stepUp = defineRoute({
  method: 'POST',
  path: '/api/session/step-up',
  permission: 'signed-in',
  summary: 'Prove again who one is, with password and code; in the demo with nothing. Renews the session',
  body: z.object({
    // An upper limit, because the cost of hashing grows with the length.
    password: z.string().max(200).optional(),
    code: plainLine.max(40).optional(),
  }),
  response: nothing,
  errors: [
    'wrong-password',
    'code-needed',
    'wrong-code',
    'too-many-attempts',
    'too-busy',
    'step-up-elsewhere',
  ],
})

export const getProof = defineRoute({
  method: 'GET',
  path: '/api/session/step-up',
  permission: 'signed-in',
  summary: 'Whether the proof of who one is is fresh enough for exports; for links, which cannot ask again',
  response: z.object({ fresh: z.boolean() }),
  errors: [],
})

export type RouteName = `${Method} /api/${string}`

/**
 * What asks for a fresh proof of who the caller is (`step-up-needed` without one): files that take data on persons out of
 * Tilsyn, CPR numbers in the clear, and changes of how oneself or another signs in. Reports and sums name nobody and are not among them.
 */
export const stepUpRoutes: readonly RouteName[] = [
  // Answers and cases of a round, with their comments.
  'GET /api/rounds/:round/data',
  // The cases of a draw and those they were drawn from.
  'GET /api/rounds/:round/levels/:level/draw.json',
  'GET /api/rounds/:round/levels/:level/frame.csv',
  'GET /api/rounds/:round/levels/:level/hand-over',
  'GET /api/findings/export',
  // Complaints by number, with who answers for what is learnt of them.
  'GET /api/appeals/export',
  'GET /api/caseflow/reconciliation/export',
  // Who has seen a child's record, for an access request.
  'GET /api/log/record/export',
  // All that is held on a child.
  'GET /api/log/record/everything',
  // All that is held on an employee.
  'GET /api/people/:person/everything',
  // Where oneself or others are signed in.
  'DELETE /api/session/mine/:session',
  'DELETE /api/access/sessions',
  // A child's CPR number, unmasked.
  'POST /api/log/record/cpr',
  // A case outside the caller's reach, in an emergency.
  'POST /api/break-glass',
  // What is erased does not come back.
  'POST /api/retention/purges/:purge/decide',
  'POST /api/retention/rules/judge',

  'POST /api/session/one-time-codes',
  'DELETE /api/session/one-time-codes',
  'POST /api/people/:person/account',
  'POST /api/people/:person/reset-sign-in',
  'PUT /api/access/sign-in-rules',
]
