import { findCaseHolder, type CaseHolder } from '../../../storage/caseflow/walk-through-list.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { viewerOf } from '../list-deadlines.ts'

export interface WalkedCase {
  readonly holder: CaseHolder
  /** `lead`: the case is at a unit whose walk-throughs the person leads. `own`: it is the person's own. */
  readonly standing: 'lead' | 'own'
}

/** A case whose walk-throughs the caller takes part in, by who has it now; undefined for every other. */
export async function findWalkedCase(
  context: Context,
  reader: Reader,
  caseId: string,
): Promise<WalkedCase | undefined> {
  const { municipality, units, own } = reachIn(context, 'caseflow.walk-through')
  if (!own) return undefined
  const holder = await findCaseHolder(reader, caseId)
  if (holder === undefined) return undefined
  const { unitId, caseworker } = holder
  if (unitId !== null && (municipality || units.includes(unitId))) return { holder, standing: 'lead' }
  const { initials } = await viewerOf(reader, context)
  return caseworker !== '' && caseworker === initials ? { holder, standing: 'own' } : undefined
}
