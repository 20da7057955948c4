import { rolesOn } from '../../../core/access/role.ts'
import { approvingRoles, type ApprovingRole } from '../../../core/caseflow/registers/register.ts'
import type { CaseHolder } from '../../../storage/caseflow/register-cases.ts'
import type { UnitId } from '../../../storage/ids.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { authorise, reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { viewerOf } from '../list-deadlines.ts'

/** What the caller may do with a case in the registers. */
export interface RegisterReach {
  sees(holder: CaseHolder): boolean
  writes(holder: CaseHolder): boolean
  /** The roles in which the caller may approve the case's safety plan. */
  approvesAs(holder: CaseHolder): readonly ApprovingRole[]
  /** Whether the unit is one where the caller has a role, so that they need to know who approves there. */
  worksIn(unit: UnitId): boolean
}

export async function registerReachOf(reader: Reader, context: Context): Promise<RegisterReach> {
  const { initials } = await viewerOf(reader, context)
  const seen = reachIn(context, 'caseflow.read')
  const isOwn = ({ caseworker }: CaseHolder) => caseworker !== '' && caseworker === initials
  const today = rolesOn(context.roles, context.today)
  return {
    sees: (holder) =>
      seen.municipality ||
      (seen.own && isOwn(holder)) ||
      (holder.unitId !== null && seen.units.includes(holder.unitId)),
    writes: (holder) =>
      (holder.unitId !== null &&
        authorise(context, 'caseflow.register', { kind: 'unit', unit: holder.unitId }).ok) ||
      (isOwn(holder) && authorise(context, 'caseflow.register', { kind: 'own' }).ok),
    approvesAs: ({ unitId }) =>
      unitId === null || !authorise(context, 'caseflow.approve', { kind: 'unit', unit: unitId }).ok
        ? []
        : approvingRoles.filter((role) =>
            today.some((grant) => grant.role === role && grant.unit === unitId),
          ),
    worksIn: (unit) => today.some((grant) => grant.unit === unit),
  }
}
