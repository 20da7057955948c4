import type { listFlowSubscribers as listRoute } from '../../../contract/caseflow/flow-files.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { listSubscribers as listStored } from '../../../storage/caseflow/flow-subscription.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { danishDay } from '../../frame/danish-day.ts'
import { done, type Result } from '../../frame/result.ts'
import { readableScope } from './readable-scope.ts'

type List = Immutable<RouteOutput<typeof listRoute>>

/** Everybody who asked for a report by mail, and whether one is still written to them. */
export async function listSubscribers(context: Context): Promise<Result<List>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const subscribers: List['subscribers'][number][] = []
    for (const { person, since, ...rest } of await listStored(reader)) {
      const readable = await readableScope(reader, person, context.today)
      subscribers.push({ id: person, ...rest, since: danishDay(since), permitted: readable !== undefined })
    }
    return done({ subscribers })
  })
}
