import type { Session } from '../../contract/access/session.ts'
import { permissions, reachOf, type Action } from '../../core/access/permissions.ts'
import { rolesOn } from '../../core/access/role.ts'
import { findUserName } from '../../storage/access/accounts.ts'
import { findStaffMember, listRoleGrants } from '../../storage/access/staff-member.ts'
import type { Context } from '../frame/context.ts'
import type { IdentityProvider } from './identity-provider.ts'

// Object.keys loses the literal types of a constant object's keys.
const actions = Object.keys(permissions) as Action[]

/** Who the caller is and may do today, for the client's menu. */
export async function describeSession(
  context: Context,
  providers: readonly IdentityProvider[],
): Promise<Session> {
  const { actor, today } = context
  return context.database.transaction(actor, async ({ reader }) => {
    const member = await findStaffMember(reader, actor.personId)
    if (member === undefined) throw new Error('a session belongs to a person that does not exist')
    const grants = rolesOn(await listRoleGrants(reader, actor.personId), today)
    const roles = grants.map(({ role, unit, unitName }) => ({
      role,
      unit: unit === null ? null : { id: unit, name: unitName ?? '' },
    }))
    const { method, factorMissing, passwordGiven } = context.session
    const usable = factorMissing || passwordGiven ? [] : actions
    const rights = usable.flatMap((action) => {
      const { municipality, units, own } = reachOf(grants, action, today)
      return municipality || own || units.length > 0 ? [{ action, municipality, units: [...units], own }] : []
    })
    const { person, municipality } = member
    return {
      person,
      municipality: { id: municipality.id, name: municipality.name },
      roles,
      rights,
      userName: (await findUserName(reader, actor.personId)) ?? null,
      endsAt: context.session.endsAt.toISOString(),
      method,
      factorMissing,
      passwordGiven,
      providerSignOut:
        method === 'provider'
          ? (providers.find((one) => one.municipality === municipality.name)?.signOutAddress() ?? null)
          : null,
    }
  })
}
