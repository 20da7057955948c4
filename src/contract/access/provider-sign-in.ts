import { z } from 'zod'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

/** A page of the client, never another site. */
const goesTo = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\\\s]*$/)

export const leaveForProvider = defineRoute({
  method: 'POST',
  path: '/api/session/provider',
  permission: 'public',
  summary: 'Where to go to sign in with the municipality’s own account',
  body: z.object({
    /** Only needed where several municipalities share the server. */
    municipality: z.uuid().optional(),
    /** The page to come back to. */
    goesTo,
    /** Who is signed in proves again who they are, for what answered `step-up-needed`. */
    again: z.boolean().optional(),
  }),
  response: z.object({ address: z.url() }),
  errors: [
    'municipality-missing',
    'provider-missing',
    'provider-unavailable',
    'not-signed-in',
    'session-expired',
  ],
})

export const returnFromProvider = defineRoute({
  method: 'POST',
  path: '/api/session/provider/return',
  permission: 'public',
  summary: 'Sign in with what the municipality’s sign-in sent the browser back with',
  /** The part of the browser's address after the question mark. */
  body: z.object({ query: plainLine.max(8000) }),
  response: z.object({ goesTo: z.string() }),
  errors: ['sign-in-refused', 'provider-unavailable', 'account-unknown', 'no-role', 'sign-in-too-weak'],
})
