import { getRound } from '../../storage/draw/round.ts'
import { listRoundsForViewer } from '../../storage/finding/visible-finding.ts'
import type { Reader } from '../../storage/transaction.ts'
import { listWaiting } from '../analysis/open-results.ts'

/**
 * Whether a round is under way whose results nobody has all of yet, so that a count of findings is of those that the
 * reader may see. Told by the round alone: whether the seal hides any at this unit is what it is there to keep.
 */
export async function findingsAreSealed(reader: Reader): Promise<boolean> {
  for (const { id, closed } of await listRoundsForViewer(reader))
    if (!closed && (await listWaiting(reader, await getRound(reader, id))).length > 0) return true
  return false
}
