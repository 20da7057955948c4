import { z } from 'zod'
import { roles } from '../../core/access/role.ts'
import { fourBoxes } from '../../core/learning/four-box.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedLine } from '../frame/shared-text.ts'
import { unitParams } from './visits.ts'

const localText = z.object({ da: z.string(), en: z.string() })
const proposalParams = unitParams.extend({ proposal: z.uuid() })

const proposal = z.object({
  id: z.string(),
  title: z.string(),
  lines: z.record(z.enum(fourBoxes), z.array(z.string())),
  version: z.number().int(),
  authorRole: z.enum(roles),
  own: z.boolean(),
  mayWithdraw: z.boolean(),
  writtenAt: z.iso.datetime(),
  /** Null: a draft of the person’s own. */
  sharedAt: z.iso.datetime().nullable(),
  round: localText.nullable(),
  visit: z.object({ id: z.string(), day: z.iso.date() }).nullable(),
  /** The goals that grew from it, the oldest first. */
  goals: z.array(z.object({ id: z.string(), target: z.number(), setAt: z.iso.datetime() })),
})
export type FourBoxView = z.output<typeof proposal>

export const listFourBoxes = defineRoute({
  method: 'GET',
  path: '/api/units/:unit/four-box',
  permission: 'learning.read',
  summary: 'The four-box proposals shared with a unit, and the person’s own drafts; the newest first',
  params: unitParams,
  response: z.object({
    unit: z.object({ id: z.string(), name: z.string() }),
    mayWrite: z.boolean(),
    proposals: z.array(proposal),
    rounds: z.array(z.object({ key: z.string(), title: localText })),
    visits: z.array(z.object({ id: z.string(), day: z.iso.date() })),
  }),
  errors: ['not-found'],
})

const line = sharedLine({ da: 'En linje i felterne', en: 'A line in the boxes' }).min(1).max(500)
const lines = z.array(line).max(20)
const written = z.object({
  title: sharedLine({ da: 'Overskriften', en: 'The heading' }).min(1).max(200),
  lines: z.object({ want: lines, hard: lines, how: lines, already: lines }),
})

export const addFourBox = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/four-box',
  permission: 'learning.write',
  summary: 'Write a four-box proposal: a draft of one’s own until it is shared',
  params: unitParams,
  body: written.extend({
    round: plainLine.min(1).max(100).nullable(),
    visit: z.uuid().nullable(),
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'four-box-empty'],
})

export const saveFourBox = defineRoute({
  method: 'PUT',
  path: '/api/units/:unit/four-box/:proposal',
  permission: 'learning.write',
  summary: 'Change a proposal of one’s own; refused when it was changed meanwhile, e.g. in another tab',
  params: proposalParams,
  body: written.extend({ version: z.int32().min(1) }),
  response: z.object({ version: z.number().int() }),
  errors: ['not-found', 'not-the-author', 'four-box-empty', 'outdated-version'],
})

export const shareFourBox = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/four-box/:proposal/sharing',
  permission: 'learning.write',
  summary: 'Share a proposal of one’s own with the unit',
  params: proposalParams,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-the-author', 'already-shared'],
})

export const withdrawFourBox = defineRoute({
  method: 'POST',
  path: '/api/units/:unit/four-box/:proposal/withdrawal',
  permission: 'learning.write',
  summary: 'Take a proposal away: one’s own, or a shared one by whoever leads the visits',
  params: proposalParams,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'not-the-author'],
})
