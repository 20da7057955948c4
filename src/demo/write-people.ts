import type { Transaction, Writer } from '../storage/transaction.ts'
import { addDays } from '../core/calendar/days.ts'
import { demoUnits, listTeams, type DemoPerson } from './staff.ts'

/** Units, persons, what role each has where, and who leads whom. */
export async function writePeople(
  tx: Transaction,
  writer: Writer,
  staff: readonly DemoPerson[],
  since: string,
): Promise<void> {
  await tx.copy(
    writer,
    'unit',
    ['id', 'name', 'kind'],
    demoUnits.map(({ id, name, kind }) => [id, name, kind]),
  )
  await tx.copy(
    writer,
    'person',
    ['id', 'name', 'initials'],
    staff.map(({ id, name, initials }) => [id, name, initials]),
  )
  await tx.copy(
    writer,
    'role_assignment',
    ['person_id', 'role', 'unit_id', 'valid_from', 'valid_to'],
    staff.flatMap((person, index) => {
      const now = [person.id, person.role, person.unit?.id ?? null, since, null]
      // People move: every thirtieth caseworker came from another unit a year after the start.
      const before = demoUnits[index % 6]
      if (person.role !== 'caseworker' || index % 30 !== 7 || before === undefined || before === person.unit)
        return [now]
      const moved = addDays(since, 365)
      return [
        [person.id, person.role, before.id, since, addDays(moved, -1)],
        [person.id, person.role, person.unit?.id ?? null, moved, null],
      ]
    }),
  )
  await tx.copy(
    writer,
    'supervision',
    ['leader_id', 'caseworker', 'valid_from', 'valid_to'],
    [...listTeams(staff)].map(([caseworker, leader]) => [leader.id, caseworker.initials, since, null]),
  )
}
