import { findPersonWithInitials } from '../../storage/access/people.ts'
import { insertPerson } from '../../storage/access/accounts.ts'
import { findProviderAccount, linkProviderAccount } from '../../storage/access/provider-account.ts'
import { hasRoleOn, lockRoles } from '../../storage/access/role-assignments.ts'
import { closeSessionsOf, findAccount } from '../../storage/account.ts'
import type { MunicipalityId, PersonId } from '../../storage/ids.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { OpenContext } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { claimedRoles } from './claimed-roles.ts'
import { followClaims, usableGrants } from './follow-claims.ts'
import type { ClaimRules, ProviderIdentity } from './identity-provider.ts'

/**
 * The person behind an account at the provider. The first time they are found by a claim and linked; from then on by the
 * link alone, so that a user name that is given to somebody new opens nothing. Nobody is made unless claims give roles.
 */
export async function personOfIdentity(
  open: OpenContext,
  municipalityId: MunicipalityId,
  identity: ProviderIdentity,
  rules: ClaimRules,
): Promise<Result<PersonId, 'account-unknown' | 'no-role'>> {
  const actor = { municipalityId, personId: null }
  return open.database.transaction(actor, async (tx) => {
    // Two first sign-ins at once would each make the person.
    await lockRoles(tx)
    const linked = await findProviderAccount(tx.reader, identity)
    const claimed = claimedRoles(identity.claims, rules.roles)
    const wanted = claimed === undefined ? undefined : await usableGrants(tx, claimed)
    const known = linked ?? (await findByClaim(tx, identity, rules))
    if (known === undefined && (wanted === undefined || wanted.length === 0))
      return refused('account-unknown')
    const personId = known ?? (await makePerson(tx, identity, rules))
    if (personId === undefined) return refused('account-unknown')
    if (wanted !== undefined) await followClaims(tx, personId, wanted, open.today)
    if (!(await hasRoleOn(tx.reader, personId, open.today))) {
      const ended = { room: 'access', act: 'refuse-without-role', subjectKind: 'person' } as const
      await closeSessionsOf(await tx.recordChange({ ...ended, subjectId: personId }), personId)
      return { ...refused('no-role'), keepsChanges: true }
    }
    if (linked !== undefined) return done(personId)
    const entry = { room: 'access', act: 'link-sign-in', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: personId })
    return (await linkProviderAccount(writer, identity, personId))
      ? done(personId)
      : refused('account-unknown')
  })
}

/** A claim that is missing, empty or no text finds nobody. */
function textOf(claims: ProviderIdentity['claims'], name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || text.length > 200 ? undefined : text
}

async function findByClaim(
  { reader }: Transaction,
  { claims }: ProviderIdentity,
  { person }: ClaimRules,
): Promise<PersonId | undefined> {
  const value = textOf(claims, person.claim)
  if (value === undefined) return undefined
  if (person.by === 'initials') return findPersonWithInitials(reader, value)
  return (await findAccount(reader, value))?.personId
}

async function makePerson(
  tx: Transaction,
  { claims }: ProviderIdentity,
  { roles }: ClaimRules,
): Promise<PersonId | undefined> {
  if (roles === undefined) return undefined
  const [name, initials] = [textOf(claims, roles.nameClaim), textOf(claims, roles.initialsClaim)]
  if (name === undefined || initials === undefined || initials.length > 20) return undefined
  // Those initials are somebody's whom the claim did not find: not ours to hand over.
  if ((await findPersonWithInitials(tx.reader, initials)) !== undefined) return undefined
  const writer = await tx.recordChange({ room: 'access', act: 'add-person', subjectKind: 'person' })
  const email = textOf(claims, roles.emailClaim) ?? null
  return insertPerson(writer, { name, initials, email: email !== null && isAddress(email) ? email : null })
}

/** As the database takes it; what else a provider calls an address is none to send to. */
function isAddress(text: string): boolean {
  return /^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/u.test(text)
}
