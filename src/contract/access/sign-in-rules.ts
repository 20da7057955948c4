import { z } from 'zod'
import { defineRoute, nothing } from '../frame/route.ts'

const signInRules = z.object({
  /** `required`: whoever signs in with a password must set up one-time codes before anything else. */
  secondFactor: z.enum(['optional', 'required']),
})
export type SignInRules = z.output<typeof signInRules>

export const getSignInRules = defineRoute({
  method: 'GET',
  path: '/api/access/sign-in-rules',
  permission: 'person.manage',
  summary: 'What the municipality asks of those who sign in with a password',
  response: signInRules,
  errors: [],
})

export const setSignInRules = defineRoute({
  method: 'PUT',
  path: '/api/access/sign-in-rules',
  permission: 'person.manage',
  summary: 'Set what is asked of those who sign in with a password; in force at once',
  body: signInRules,
  response: nothing,
  errors: [],
})

export const resetReasons = ['telephone-lost', 'new-account', 'misuse-suspected', 'other'] as const
export type ResetReason = (typeof resetReasons)[number]

export const resetSignIn = defineRoute({
  method: 'POST',
  path: '/api/people/:person/reset-sign-in',
  permission: 'person.manage',
  summary:
    'Take a person’s one-time codes and their link to the municipality’s sign-in away, and sign them out everywhere',
  params: z.object({ person: z.uuid() }),
  body: z.object({ reason: z.enum(resetReasons) }),
  /** What there was to take away. */
  response: z.object({ codes: z.boolean(), link: z.boolean() }),
  errors: [],
})
