import { z } from 'zod'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

export const getSecondFactor = defineRoute({
  method: 'GET',
  path: '/api/session/one-time-codes',
  permission: 'signed-in',
  summary: 'Whether one gives one-time codes at sign-in, and how many recovery codes are left',
  response: z.object({
    on: z.boolean(),
    /** The municipality asks for it. */
    required: z.boolean(),
    recoveryCodes: z.number().int(),
  }),
  errors: [],
})

export const beginSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/session/one-time-codes',
  permission: 'signed-in',
  summary: 'A new secret for an authenticator app, told this once; asked for only after a first code',
  response: z.object({ address: z.string(), secret: z.string() }),
  errors: ['no-password', 'codes-in-use', 'step-up-needed'],
})

export const confirmSecondFactor = defineRoute({
  method: 'PUT',
  path: '/api/session/one-time-codes',
  permission: 'signed-in',
  summary:
    'Take one-time codes into use with a first one; ends the person’s other sessions and renews this one',
  body: z.object({ code: plainLine.min(1).max(20) }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  errors: ['wrong-code', 'codes-in-use', 'codes-not-begun', 'too-many-attempts'],
})

export const removeSecondFactor = defineRoute({
  method: 'DELETE',
  path: '/api/session/one-time-codes',
  permission: 'signed-in',
  summary: 'No longer give one-time codes, where the municipality leaves the choice',
  response: nothing,
  errors: ['codes-required', 'codes-not-begun', 'step-up-needed'],
})
