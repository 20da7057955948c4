import { seesCase } from '../../../storage/caseflow/deadline-list.ts'
import { findCaseHolder } from '../../../storage/caseflow/walk-through-list.ts'
import type { Reader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { viewerOf } from '../list-deadlines.ts'

/** Whether the caller may see a case's sheet: one of its deadlines is theirs to see, or they or their unit have it now. */
export async function seesSheet(context: Context, reader: Reader, caseId: string): Promise<boolean> {
  const viewer = await viewerOf(reader, context)
  if (await seesCase(reader, viewer, caseId)) return true
  const holder = await findCaseHolder(reader, caseId)
  if (holder === undefined) return false
  const { unitId, caseworker } = holder
  if (viewer.units === undefined || (unitId !== null && viewer.units.includes(unitId))) return true
  return caseworker !== '' && caseworker === viewer.initials
}
