import { rolesWith } from '../../core/access/permissions.ts'
import type { UnitId } from '../../storage/ids.ts'
import { listVisitPeople, type VisitPerson } from '../../storage/learning/visit-people.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'

/** Who may open a unit's learning pages today, and so can be asked to its visits. */
export function listPeopleAt(
  { today }: Pick<Context, 'today'>,
  reader: PersonalReader,
  unit: UnitId,
): Promise<readonly VisitPerson[]> {
  return listVisitPeople(reader, unit, today, rolesWith('learning.read'))
}
