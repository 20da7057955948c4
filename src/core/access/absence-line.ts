import type { Role } from './role.ts'

/** Whom a unit's leaders may enter as away, beside themselves: those below them in the line, nobody at or above. */
const below: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'department-manager': ['caseworker', 'professional-coordinator'],
  'area-manager': ['caseworker', 'professional-coordinator', 'department-manager'],
}

/**
 * The roles that somebody with this one may enter as away at their unit. An absence moves reviews and alarms to others:
 * who could enter it for the person above them could take an alarm out of that person's hands.
 */
export function rolesBelow(role: Role): readonly Role[] {
  return below[role] ?? []
}
