import { z } from 'zod'
import { defineRoute, nothing } from '../frame/route.ts'

/** How a person proved who they are: a local account, the municipality's own, or chosen in the demo. */
export const sessionMethod = z.enum(['password', 'provider', 'demo'])

export const listOwnSessions = defineRoute({
  method: 'GET',
  path: '/api/session/mine',
  permission: 'signed-in',
  summary: 'Where one is signed in, the latest used first',
  response: z.object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        method: sessionMethod,
        startedAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        /** The one that asks. */
        here: z.boolean(),
      }),
    ),
  }),
  errors: [],
})

export const signOutEverywhere = defineRoute({
  method: 'DELETE',
  path: '/api/session/mine',
  permission: 'signed-in',
  summary: 'End all of one’s sessions, this one too',
  response: nothing,
  errors: [],
})

export const endOwnSession = defineRoute({
  method: 'DELETE',
  path: '/api/session/mine/:session',
  permission: 'signed-in',
  summary: 'End one of one’s sessions',
  params: z.object({ session: z.uuid() }),
  response: nothing,
  errors: ['not-found'],
})

export const signEverybodyOut = defineRoute({
  method: 'DELETE',
  path: '/api/access/sessions',
  permission: 'person.manage',
  summary: 'Sign everybody in the municipality out, except the session that asks',
  /** How many were signed in. */
  response: z.object({ people: z.int() }),
  errors: [],
})
