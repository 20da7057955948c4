import { rolesWith } from '../../core/access/permissions.ts'
import type { UnitId } from '../../storage/ids.ts'
import { listVisitPeople, type VisitPerson } from '../../storage/learning/visit-people.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'

/** Who can be asked to a unit's visit: those who may open its page today. */
export function listPeopleAt(
  { today }: Context,
  reader: PersonalReader,
  unit: UnitId,
): Promise<readonly VisitPerson[]> {
  return listVisitPeople(reader, unit, today, rolesWith('learning.read'))
}
