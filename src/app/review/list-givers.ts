import { permissions } from '../../core/access/permissions.ts'
import { isRole } from '../../core/access/role.ts'
import type { PersonId, UnitId } from '../../storage/ids.ts'
import { listReviewers } from '../../storage/review/assignment.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

/** Who may give a unit's reviews out on a day. */
export async function listGivers(
  reader: PersonalReader,
  unit: UnitId,
  today: string,
): Promise<readonly PersonId[]> {
  const roles = Object.keys(permissions['review.assign']).filter(isRole)
  const holders = await listReviewers(reader, roles, today)
  return holders.filter((holder) => holder.unit === null || holder.unit === unit).map(({ person }) => person)
}
