import type { listFindingPeople } from '../../contract/finding/finding.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { findFinding } from '../../storage/finding/finding.ts'
import type { FindingId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { viewerOf } from './finding-viewer.ts'
import { listResponsible } from './responsible-people.ts'

/** Whom a finding's plan can name as responsible. */
export async function listPeople(
  context: Context,
  id: FindingId,
): Promise<Result<Immutable<RouteOutput<typeof listFindingPeople>>>> {
  return context.database.transaction(context.actor, async ({ reader }) => {
    const { personId: person } = context.actor
    const viewer = await viewerOf(reader, { ...context, person })
    const head = await findFinding(reader, id, viewer)
    if (head === undefined) return refused('not-found')
    const granted = authorise(context, 'finding.plan', { kind: 'unit', unit: head.unitId })
    if (!granted.ok) return granted
    const people = await listResponsible(reader, head, context.today)
    return done({
      people: people.map(({ id: each, name, away, grants }) => ({
        id: each,
        name,
        away,
        own: each === person,
        roles: [...new Set(grants.flatMap(({ role, unit }) => (unit === head.unitId ? [role] : [])))],
      })),
    })
  })
}
