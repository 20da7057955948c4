import { couldTellAnchors } from '../../storage/draw/anchor-secrecy.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import type { RoundLevel } from './level.ts'

/**
 * Whether the insides of the round's draws (strata, units, cases, files) are closed to this person: held against tasks
 * they would tell which are anchors. Digests and seed stay open, so a draw can still be proved by those who lead.
 */
export async function isDrawClosed(
  context: Context,
  reader: Reader,
  { round, programme }: Pick<RoundLevel, 'round' | 'programme'>,
): Promise<boolean> {
  if (authorise(context, 'anchor.read').ok) return false
  return programme.anchors !== undefined || couldTellAnchors(reader, round, programme.key)
}
