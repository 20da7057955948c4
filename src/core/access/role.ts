/** Who someone is in the audit, as in domain.md "People". The number is the level they review at. */
export const roles = [
  'caseworker',
  'professional-coordinator', // 1
  'department-manager', // 1
  'area-manager', // 2
  'unit-lawyer', // 2
  'staff-lawyer', // 3
  'central-lawyer', // 4
  'director',
  'administrator',
  'ombudsman',
] as const
export type Role = (typeof roles)[number]

/** Roles whose rights end at their unit; without one they would reach nothing. */
const unitRoles: ReadonlySet<Role> = new Set([
  'caseworker',
  'professional-coordinator',
  'department-manager',
  'area-manager',
  'unit-lawyer',
])

/** Whether a role is held at a unit; the others cover the whole municipality. */
export function belongsToUnit(role: Role): boolean {
  return unitRoles.has(role)
}

/** A role a person holds for a period. People move: a past period gives no rights today. Days are ISO, both inclusive. */
export interface RoleGrant<U extends string = string> {
  readonly role: Role
  /** The unit's id; `null` for roles that belong to no unit. */
  readonly unit: U | null
  readonly from: string
  readonly until: string | null
}

export function isRole(value: string): value is Role {
  return roles.some((role) => role === value)
}

/** The grants in force on `today` (ISO day). */
export function rolesOn<G extends RoleGrant>(grants: readonly G[], today: string): readonly G[] {
  return grants.filter((grant) => grant.from <= today && (grant.until === null || today <= grant.until))
}
