import type { RoleAssignmentId } from '../storage/ids.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import { addDays } from '../core/calendar/days.ts'
import { demoId } from './chance.ts'
import { demoUnits, listTeams, type DemoPerson } from './staff.ts'

/** The user switcher offers those of a unit whose ids come first. */
export const roleIdOf = (person: DemoPerson): RoleAssignmentId => demoId(`role ${person.initials}`)

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
    ['id', 'person_id', 'role', 'unit_id', 'valid_from', 'valid_to'],
    staff.flatMap((person, index) => {
      const now = [roleIdOf(person), person.id, person.role, person.unit?.id ?? null, since, null]
      // People move: every thirtieth caseworker came from another unit a year after the start.
      const before = demoUnits[index % 6]
      if (person.role !== 'caseworker' || index % 30 !== 7 || before === undefined || before === person.unit)
        return [now]
      const moved = addDays(since, 365)
      return [
        [
          demoId(`earlier role ${person.initials}`),
          person.id,
          person.role,
          before.id,
          since,
          addDays(moved, -1),
        ],
        [roleIdOf(person), person.id, person.role, person.unit?.id ?? null, moved, null],
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
