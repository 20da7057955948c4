import { weaknessOf } from '../../core/access/weak-password.ts'
import { findUserName } from '../../storage/access/accounts.ts'
import { findStaffMember } from '../../storage/access/staff-member.ts'
import { closeSessionsOf, findAccount, openSession, saveAccount } from '../../storage/account.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { recordFailedProof } from './failed-sign-in.ts'
import { newToken, tokenHash } from './session-token.ts'
import type { SignInMeans } from './sign-in.ts'
import { newSessionId, type StartedSession } from './start-session.ts'

export interface PasswordChange {
  readonly before: string
  readonly after: string
  readonly address: string
}

/** Those that everybody tries first, in lower case. */
export type CommonPasswords = () => Promise<ReadonlySet<string>>

export interface PasswordMeans extends SignInMeans {
  readonly commonPasswords: CommonPasswords
}

type Refusals =
  | 'no-password'
  | 'wrong-password'
  | 'same-password'
  | 'common-password'
  | 'own-words-password'
  | 'too-many-attempts'
  | 'too-busy'

/**
 * A person's own change of password. All their sessions end; the browser that asked gets a new one, so that a copied
 * cookie is worth nothing afterwards.
 */
export async function changePassword(
  context: Context,
  { before, after, address }: PasswordChange,
  { passwords, throttle, limits, randomBytes, commonPasswords }: PasswordMeans,
): Promise<Result<StartedSession, Refusals>> {
  const { database, actor, now } = context
  const { personId } = actor
  const known = await database.transaction(actor, async ({ reader }) => {
    const username = await findUserName(reader, personId)
    const account = username === undefined ? undefined : await findAccount(reader, username)
    if (username === undefined || account === undefined) return undefined
    const member = await findStaffMember(reader, personId)
    const own = [username, member?.person.name ?? '', member?.municipality.name ?? '', 'Tilsyn kommune']
    return { username, own, ...account }
  })
  if (known === undefined) return refused('no-password')
  const { username } = known
  // Counted together with sign-in: whoever found an open screen gets no more guesses than anyone else.
  const wait = throttle.attempt(username, address, now)
  if (wait > 0) return { ...refused('too-many-attempts'), retryAfterSeconds: wait }
  const check = await passwords.check(before, known.passwordHash)
  if (check === 'too-busy') {
    throttle.takenBack(username, address)
    return { ...refused('too-busy'), retryAfterSeconds: 5 }
  }
  if (check === 'wrong') {
    await recordFailedProof(context, 'wrong-password')
    return refused('wrong-password')
  }
  throttle.succeeded(username, address)
  if (after.normalize('NFKC') === before.normalize('NFKC')) return refused('same-password')
  const weakness = weaknessOf(after, await commonPasswords(), known.own)
  if (weakness !== undefined) return refused(weakness)

  const passwordHash = await passwords.hash(after)
  if (passwordHash === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 5 }
  const token = newToken(randomBytes)
  const endsAt = new Date(now.getTime() + limits.absolute)
  const sessionId = newSessionId(randomBytes)
  return database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act: 'change-password',
      subjectKind: 'person',
      subjectId: personId,
    })
    await saveAccount(writer, { username, personId, passwordHash, givenUntil: null })
    await closeSessionsOf(writer, personId)
    // The old password alone proves less than signing in does where there are one-time codes as well.
    const { method, authenticatedAt } = context.session
    const opened = { sessionId, tokenHash: tokenHash(token), expiresAt: endsAt, method, authenticatedAt }
    await openSession(writer, opened)
    return done({ token, endsAt })
  })
}
