import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { roles } from '../../core/access/role.ts'
import { permissions, type Action } from '../../core/access/permissions.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sessionMethod } from './own-sessions.ts'

// Object.keys loses the literal types of a constant object's keys.
const actions = Object.keys(permissions) as [Action, ...Action[]]

const roleHeld = z.object({
  role: z.enum(roles),
  /** `null` for roles that belong to no unit. */
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
})

/** How far the person's right to an action reaches today; an action that is not listed is not permitted. */
const right = z.object({
  action: z.enum(actions),
  municipality: z.boolean(),
  units: z.array(z.string()),
  own: z.boolean(),
})

const session = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  municipality: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(roleHeld),
  rights: z.array(right),
  /** Null: the person has no password here. */
  userName: z.string().nullable(),
  /** The absolute end; without use the session ends earlier. */
  endsAt: z.iso.datetime(),
  method: sessionMethod,
  /** The municipality asks for one-time codes: nothing else is possible before they are set up. */
  factorMissing: z.boolean(),
  /** An administrator gave the password: nothing else is possible before the person has chosen their own. */
  passwordGiven: z.boolean(),
  /** Where the browser goes to be signed out at the municipality's sign-in too. */
  providerSignOut: z.url().nullable(),
})
export type Session = z.output<typeof session>

/** What the client needs before and after sign-in. `demo` switches the user switcher on. */
const sessionState = z.object({
  demo: z.boolean(),
  language: z.enum(languages),
  session: session.nullable(),
  /** To choose from at sign-in; absent when somebody is signed in. `provider`: it has a sign-in of its own. */
  municipalities: z.array(z.object({ id: z.string(), name: z.string(), provider: z.boolean() })).optional(),
})
export type SessionState = z.output<typeof sessionState>

export const getSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  permission: 'public',
  summary: 'Who is signed in, with roles and rights today; null when nobody is',
  response: sessionState,
  errors: [],
})

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  permission: 'public',
  summary: 'Sign in with a local account',
  body: z.object({
    userName: plainLine.min(1).max(100),
    // An upper limit, because the cost of hashing grows with the length.
    password: z.string().min(1).max(200),
    /** Of the authenticator app, or a recovery code; asked for with `code-needed`. */
    code: plainLine.max(40).optional(),
    /** Only needed where several municipalities share the server. */
    municipality: z.uuid().optional(),
  }),
  response: nothing,
  errors: [
    'wrong-credentials',
    'given-password-expired',
    'code-needed',
    'wrong-code',
    'too-many-attempts',
    'municipality-missing',
    'too-busy',
  ],
})

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  permission: 'public',
  summary: 'End the session; does no harm when there is none',
  response: nothing,
  errors: [],
})

/** NIST SP 800-63B-4, 3.1.1.2: length counts, not which signs; an upper limit only for the cost of hashing. */
export const shortestPassword = 12

export const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/session/password',
  permission: 'signed-in',
  summary: "Change one's own password; ends the person's other sessions and renews this one",
  body: z.object({
    before: z.string().min(1).max(200),
    after: z.string().min(shortestPassword).max(200),
  }),
  response: nothing,
  errors: [
    'no-password',
    'wrong-password',
    'same-password',
    'common-password',
    'own-words-password',
    'too-many-attempts',
    'too-busy',
  ],
})

export const setLanguage = defineRoute({
  method: 'POST',
  path: '/api/session/language',
  permission: 'public',
  summary: 'Choose the language of the pages and of refusals',
  body: z.object({ language: z.enum(languages) }),
  response: nothing,
  errors: [],
})
