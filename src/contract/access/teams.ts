import { z } from 'zod'
import { day } from '../frame/day.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

const member = z.object({
  id: z.uuid(),
  /** The case system's code of the caseworker. */
  caseworker: z.string(),
  /** Their name; null: not a person of this system. */
  name: z.string().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  standing: z.enum(['future', 'current', 'past', 'taken-back']),
})
const team = z.object({
  leader: z.object({ id: z.uuid(), name: z.string(), initials: z.string() }),
  members: z.array(member),
})
export type Team = z.output<typeof team>
export type TeamMember = z.output<typeof member>

export const listTeams = defineRoute({
  method: 'GET',
  path: '/api/teams',
  permission: 'person.manage',
  summary: 'Who leads which caseworkers, by period: a leader does not review what was done under them',
  response: z.object({ teams: z.array(team) }),
  errors: [],
})

export const addTeamMembers = defineRoute({
  method: 'POST',
  path: '/api/teams',
  permission: 'person.manage',
  summary: 'Put caseworkers under a leader for a period; cases the leader was to review go to colleagues',
  body: z
    .object({
      /** Initials of the leader, who must be a person of this system. */
      leader: plainLine.min(1).max(20),
      caseworkers: z.array(plainLine.min(1).max(20)).min(1).max(200),
      from: day,
      until: day.nullable(),
    })
    .refine(({ from, until }) => until === null || until >= from, {
      path: ['until'],
      params: {
        code: 'end-before-start',
        text: { da: 'Den sidste dag ligger før den første.', en: 'The last day lies before the first.' },
      },
    }),
  response: z.object({ added: z.number().int() }),
  errors: ['person-not-found', 'already-led'],
})

export const endTeamMember = defineRoute({
  method: 'POST',
  path: '/api/teams/:member/end',
  permission: 'person.manage',
  summary: 'Say the last day somebody was under a leader',
  params: z.object({ member: z.uuid() }),
  body: z.object({ lastDay: day }),
  response: nothing,
  errors: ['not-found', 'team-ended'],
})
