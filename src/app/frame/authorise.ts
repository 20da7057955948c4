import { covers, reachOf, type Action, type Reach, type Relation } from '../../core/access/permissions.ts'
import type { UnitId } from '../../storage/ids.ts'
import type { Context } from './context.ts'
import { done, refused, type Result } from './result.ts'

/**
 * The first line of a use case: may this person do the action on a thing they stand to in any of these ways? Without
 * relations: may they do it for the whole municipality?
 */
export function authorise(
  context: Context,
  action: Action,
  ...relations: readonly Relation[]
): Result<undefined, 'not-permitted'> {
  const asked: readonly Relation[] = relations.length === 0 ? [{ kind: 'municipality' }] : relations
  const reach = reachIn(context, action)
  const granted = asked.some((relation) => covers(reach, relation))
  return granted ? done() : refused('not-permitted')
}

/** What lists and results are filtered by: everything, some units, or the person's own. */
export function reachIn(context: Context, action: Action): Reach<UnitId> {
  return (context.reachOf ?? reachOf)(context.roles, action, context.today)
}
