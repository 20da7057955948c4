import type { ClaimRules, GrantByClaim, ProviderIdentity } from './identity-provider.ts'

/** The grants that the claim's values stand for; undefined where roles are given in Tilsyn. */
export function claimedRoles(
  claims: ProviderIdentity['claims'],
  roles: ClaimRules['roles'],
): readonly GrantByClaim[] | undefined {
  if (roles === undefined) return undefined
  const claim = Object.hasOwn(claims, roles.claim) ? claims[roles.claim] : undefined
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return roles.grants.filter(({ value }) => values.includes(value))
}
