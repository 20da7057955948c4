import { isSourceOfAnchors } from '../../storage/draw/anchor-secrecy.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import type { RoundLevel } from './level.ts'

/**
 * Whether the insides of the round's draws (strata, units, cases, files) are closed to this person, because they would tell
 * anchors that may be unsubmitted: in an open round with anchors, which are missing from its lists, and in a round whose
 * cases are the anchors of one that is open. Else they are open. Digests always are.
 */
export async function isDrawClosed(
  context: Context,
  reader: Reader,
  { round, programme }: Pick<RoundLevel, 'round' | 'programme'>,
): Promise<boolean> {
  if (authorise(context, 'anchor.read').ok) return false
  if (round.state !== 'closed' && programme.anchors !== undefined) return true
  return isSourceOfAnchors(reader, round.id)
}
