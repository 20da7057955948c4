import { z } from 'zod'
import { download } from '../frame/file-part.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'

const unit = z.object({ id: z.string(), name: z.string() })
const feed = z.object({ id: z.uuid(), unit, createdAt: z.iso.datetime() })
export type DueFeed = z.output<typeof feed>

export const listDueFeeds = defineRoute({
  method: 'GET',
  path: '/api/caseflow/due-feeds',
  permission: 'caseflow.read',
  summary: 'The person’s calendars of units’ due days, and the units that they can have one of',
  response: z.object({ feeds: z.array(feed), units: z.array(unit) }),
  errors: [],
})

export const openDueFeed = defineRoute({
  method: 'POST',
  path: '/api/caseflow/due-feeds',
  permission: 'caseflow.read',
  least: 'unit',
  summary:
    'Gives a secret address at which a calendar program fetches a unit’s due days; shown once, and an earlier address of the same unit ends',
  body: z.object({ unit: z.uuid() }),
  response: z.object({ path: z.string() }),
  errors: ['not-found'],
})

export const endDueFeed = defineRoute({
  method: 'DELETE',
  path: '/api/caseflow/due-feeds/:feed',
  permission: 'caseflow.read',
  summary: 'Ends the address of a calendar',
  params: z.object({ feed: z.uuid() }),
  response: nothing,
  errors: ['not-found'],
})

export const readDueFeed = defineRoute({
  method: 'GET',
  path: '/api/caseflow/feeds/:token',
  // Calendar programs cannot sign in; the address itself is the secret, and it leads to numbers only.
  permission: 'public',
  summary:
    'A unit’s due days as a calendar, for whoever knows its secret address: days and numbers, no cases and no names',
  params: z.object({ token: plainLine.min(1).max(100) }),
  response: download('text/calendar; charset=utf-8'),
  errors: ['not-found'],
})
