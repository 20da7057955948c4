import { randomUUID } from 'node:crypto'
import type { Grant } from '../../contract/access/people.ts'
import { addDays } from '../../core/calendar/days.ts'
import { personExists } from '../../storage/access/people.ts'
import * as assignments from '../../storage/access/role-assignments.ts'
import { closeSessionsOf } from '../../storage/account.ts'
import { findId, getId, type PersonId, type RoleAssignmentId } from '../../storage/ids.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { unitOfGrant } from './unit-of-grant.ts'

export async function addRole(context: Context, person: string, grant: Grant): Promise<Result<undefined>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    await assignments.lockRoles(tx)
    const personId = findId<PersonId>(person)
    if (personId === undefined || !(await personExists(tx.reader, personId))) return refused('not-found')
    const unit = await unitOfGrant(tx.reader, grant)
    if (!unit.ok) return unit
    const { role, from, until } = grant
    const held = { personId, role, unit: unit.value, from, until }
    if (await assignments.isRoleHeld(tx.reader, held)) return refused('role-held')
    const writer = await tx.recordChange({
      room: 'access',
      act: 'add-role',
      subjectKind: 'person',
      subjectId: personId,
      detail: { role, unit: unit.value, from, until },
    })
    await assignments.insertRoleAssignment(writer, { id: getId(randomUUID()), ...held })
    return done()
  })
}

export interface RoleEnd {
  readonly person: string
  readonly role: string
  /** Null: at once, so that the next request already lacks it. */
  readonly lastDay: string | null
}

/** Ends a role. Rights are read anew for every request, so they end with it; without any role left, so do the sessions. */
export async function endRole(context: Context, end: RoleEnd): Promise<Result<undefined>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    await assignments.lockRoles(tx)
    const held = await findHeld(tx, end)
    if (held === undefined) return refused('not-found')
    const yesterday = addDays(context.today, -1)
    if (held.until !== null && held.until <= yesterday) return refused('role-ended')
    const lastDay = end.lastDay ?? (held.from > yesterday ? addDays(held.from, -1) : yesterday)
    if (end.lastDay !== null && (lastDay < context.today || lastDay < held.from))
      return refused('role-end-too-early')
    if (held.role === 'administrator' && held.from <= context.today) {
      const others = await assignments.countLastingAdministrators(tx.reader, context.today, held.id)
      if (others === 0) return refused('last-administrator')
    }
    const writer = await tx.recordChange({
      room: 'access',
      act: 'end-role',
      subjectKind: 'person',
      subjectId: held.personId,
      detail: { role: held.role, unit: held.unit, lastDay },
    })
    await assignments.endRoleAssignment(writer, held.id, lastDay)
    if (!(await assignments.hasRoleOn(writer, held.personId, context.today)))
      await closeSessionsOf(writer, held.personId)
    return done()
  })
}

async function findHeld({ reader }: Transaction, { person, role }: RoleEnd) {
  const id = findId<RoleAssignmentId>(role)
  const held = id === undefined ? undefined : await assignments.findRoleAssignment(reader, id)
  return held?.personId === findId<PersonId>(person) ? held : undefined
}
