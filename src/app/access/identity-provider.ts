import type { Role } from '../../core/access/role.ts'

/** What a sign-in at the provider must return with. */
export interface Challenge {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
}

/** Who the provider says has signed in. Claims are what it chose to tell; nothing of them is certain but their origin. */
export interface ProviderIdentity {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
}

export interface GrantByClaim {
  /** One of the claim's values. */
  readonly value: string
  readonly role: Role
  /** The unit's name, for roles that belong to one. */
  readonly unit: string | undefined
}

/** How claims lead to a person and their roles. */
export interface ClaimRules {
  /** Finds the person at their first sign-in. */
  readonly person: { readonly claim: string; readonly by: 'user-name' | 'initials' }
  /** Without it nobody is made and roles are given in Tilsyn. */
  readonly roles:
    | {
        readonly claim: string
        readonly nameClaim: string
        readonly initialsClaim: string
        readonly emailClaim: string
        readonly grants: readonly GrantByClaim[]
      }
    | undefined
}

/** A municipality's own sign-in. */
export interface IdentityProvider {
  /** Name of the municipality it is for. */
  readonly municipality: string
  readonly rules: ClaimRules
  /**
   * Where to send the browser; `again`: the provider must ask, however lately it did. Undefined while the provider does not
   * answer.
   */
  addressFor(challenge: Challenge, again: boolean): Promise<string | undefined>
  /**
   * Redeems what the browser came back with. `query` is the part of its address after the question mark. `too-weak`: the
   * provider does not say that the person was asked for as much as the municipality wants.
   */
  identify(
    query: string,
    challenge: Challenge,
    again: boolean,
  ): Promise<ProviderIdentity | 'refused' | 'too-weak' | 'unavailable'>
  /** Where the browser ends its session at the provider too; undefined where the provider offers nothing. */
  signOutAddress(): string | undefined
}
