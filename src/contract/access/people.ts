import { z } from 'zod'
import { roles } from '../../core/access/role.ts'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

/** Also what `tilsyn user add` accepts. */
export const userNamePattern = /^[a-z0-9][a-z0-9._@-]{1,99}$/

const heldRole = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  /** Name of the unit; null: the whole municipality. */
  unit: z.string().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  standing: z.enum(['future', 'current', 'past', 'taken-back']),
})
export type HeldRole = z.output<typeof heldRole>

const person = z.object({
  id: z.uuid(),
  name: z.string(),
  initials: z.string(),
  userName: z.string().nullable(),
  /** Where mails go; null: none is known, and none are sent. */
  email: z.string().nullable(),
  roles: z.array(heldRole),
})
export type Person = z.output<typeof person>

const grant = z
  .object({
    role: z.enum(roles),
    unit: z.uuid().nullable(),
    from: day,
    until: day.nullable(),
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    params: {
      code: 'end-before-start',
      text: {
        da: 'Den sidste dag ligger før den første.',
        en: 'The last day lies before the first.',
      },
    },
  })
export type Grant = z.output<typeof grant>

const grantErrors = ['unit-needed', 'unit-not-needed', 'role-held'] as const

export const listPeople = defineRoute({
  method: 'GET',
  path: '/api/people',
  permission: 'person.manage',
  summary: 'Persons with their roles by period, at most 100 by name',
  query: z.object({
    search: plainLine.max(100).optional(),
    role: z.enum(roles).optional(),
    unit: z.uuid().optional(),
    /** `all`: those without a role today too. */
    standing: z.enum(['current', 'all']).optional(),
  }),
  response: z.object({ total: z.number().int(), people: z.array(person) }),
  errors: [],
})

export const addPerson = defineRoute({
  method: 'POST',
  path: '/api/people',
  permission: 'person.manage',
  summary: 'Add a person with a first role',
  body: z.object({
    name: plainLine.min(1).max(200),
    initials: plainLine.min(1).max(20),
    grant,
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['initials-taken', ...grantErrors],
})

export const addRole = defineRoute({
  method: 'POST',
  path: '/api/people/:person/roles',
  permission: 'person.manage',
  summary: 'Give a person one more role for a period',
  params: z.object({ person: z.uuid() }),
  body: grant,
  response: nothing,
  errors: [...grantErrors],
})

export const endRole = defineRoute({
  method: 'POST',
  path: '/api/people/:person/roles/:role/end',
  permission: 'person.manage',
  summary: 'End a role at once or after a day; a person left without any role is signed out everywhere',
  params: z.object({ person: z.uuid(), role: z.uuid() }),
  /** `lastDay` null: at once. */
  body: z.object({ lastDay: day.nullable() }),
  response: nothing,
  errors: ['role-ended', 'role-end-too-early', 'last-administrator'],
})

/** As long as one may be (RFC 5321, 4.5.3.1.3). */
const longestAddress = 254

export const setEmail = defineRoute({
  method: 'PUT',
  path: '/api/people/:person/email',
  permission: 'person.manage',
  summary: 'Say where a person’s mails go, or that none are sent',
  params: z.object({ person: z.uuid() }),
  body: z.object({ email: z.email().max(longestAddress).nullable() }),
  response: nothing,
  errors: ['not-found'],
})

export const giveAccount = defineRoute({
  method: 'POST',
  path: '/api/people/:person/account',
  permission: 'person.manage',
  summary:
    'Give a person a user name and a new random password, which is told this once; ends their sessions',
  params: z.object({ person: z.uuid() }),
  body: z.object({
    userName: plainLine.toLowerCase().refine((text) => userNamePattern.test(text), {
      params: {
        code: 'user-name-unusable',
        text: {
          da: 'Et brugernavn består af 2 til 100 små bogstaver (a-z), cifre og tegnene . _ @ -',
          en: 'A user name consists of 2 to 100 small letters (a-z), digits and the signs . _ @ -',
        },
      },
    }),
  }),
  response: z.object({ userName: z.string(), password: z.string() }),
  errors: ['user-name-taken', 'too-busy'],
})
