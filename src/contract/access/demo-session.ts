import { z } from 'zod'
import { roles } from '../../core/access/role.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

/** These two routes exist only while the program runs with --demo. */
const demoPerson = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.object({ role: z.enum(roles), unit: z.string().nullable() })),
})
export type DemoPerson = z.output<typeof demoPerson>

export const listDemoPeople = defineRoute({
  method: 'GET',
  path: '/api/session/people',
  permission: 'public',
  summary: 'The invented persons one can be in the demo, a few per role (demo only)',
  response: z.object({ people: z.array(demoPerson) }),
  errors: [],
})

export const switchPerson = defineRoute({
  method: 'POST',
  path: '/api/session/switch',
  permission: 'public',
  summary: 'Become another invented person (demo only)',
  body: z.object({ personId: plainLine.min(1).max(100) }),
  response: nothing,
  errors: ['person-not-found'],
})
