import { randomUUID } from 'node:crypto'
import type { Grant, Person } from '../../contract/access/people.ts'
import type { Role } from '../../core/access/role.ts'
import { insertPerson } from '../../storage/access/accounts.ts'
import { findPersonWithInitials, listPeople as list } from '../../storage/access/people.ts'
import { insertRoleAssignment } from '../../storage/access/role-assignments.ts'
import { findId, getId, type PersonId, type RoleAssignmentId, type UnitId } from '../../storage/ids.ts'
import { isUniqueViolation } from '../../storage/unique-violation.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { standingOf } from './standing-of.ts'
import { unitOfGrant } from './unit-of-grant.ts'

/** Enough to choose among; more are found by searching. */
const shown = 100

export interface PeopleQuery {
  readonly search?: string | undefined
  readonly role?: Role | undefined
  readonly unit?: string | undefined
  readonly standing?: 'current' | 'all' | undefined
}

export async function listPeople(
  context: Context,
  query: PeopleQuery,
): Promise<Result<{ total: number; people: readonly Person[] }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const filter = {
    words: (query.search ?? '').split(/\s+/).filter((word) => word !== ''),
    role: query.role,
    unit: query.unit === undefined ? undefined : findId<UnitId>(query.unit),
    on: query.standing === 'all' ? undefined : context.today,
  }
  const { total, people } = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'list-people',
      subjectKind: 'municipality',
      subjectId: context.actor.municipalityId,
      // Not whom was searched for: the log holds no names.
      detail: {
        byName: filter.words.length > 0,
        role: query.role ?? null,
        unit: filter.unit ?? null,
        standing: query.standing ?? null,
      },
    })
    return list(reader, filter, shown)
  })
  const described = people.map((person) => ({
    ...person,
    roles: person.roles.map((role) => ({ ...role, standing: standingOf(role, context.today) })),
  }))
  return done({ total, people: described })
}

export interface NewPerson {
  readonly name: string
  readonly initials: string
  readonly grant: Grant
}

/** A person with a first role; a person without any could do nothing and would be found nowhere. */
export async function addPerson(context: Context, person: NewPerson): Promise<Result<{ id: string }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const { role, from, until } = person.grant
  try {
    return await context.database.transaction(
      context.actor,
      async (tx): Promise<Result<{ id: PersonId }>> => {
        if ((await findPersonWithInitials(tx.reader, person.initials)) !== undefined)
          return refused('initials-taken')
        const unit = await unitOfGrant(tx.reader, person.grant)
        if (!unit.ok) return unit
        const id = getId<PersonId>(randomUUID())
        const writer = await tx.recordChange({
          room: 'access',
          act: 'add-person',
          subjectKind: 'person',
          subjectId: id,
          detail: { role, unit: unit.value, from, until },
        })
        await insertPerson(writer, { id, name: person.name, initials: person.initials })
        const roleId = getId<RoleAssignmentId>(randomUUID())
        await insertRoleAssignment(writer, { id: roleId, personId: id, role, unit: unit.value, from, until })
        return done({ id })
      },
    )
  } catch (error) {
    if (isUniqueViolation(error, 'person_municipality_id_initials_key')) return refused('initials-taken')
    throw error
  }
}
