import { closeSessionsOf, openSession } from '../../storage/account.ts'
import type { Context } from '../frame/context.ts'
import { newToken, tokenHash, type RandomBytes } from './session-token.ts'
import { newSessionId, type StartedSession } from './start-session.ts'

export interface Renewal {
  readonly act: 'step-up' | 'confirm-one-time-codes'
  /** Token of the session that is replaced. */
  readonly before: string | undefined
  /** All other sessions of the person end too. */
  readonly alone: boolean
  readonly randomBytes: RandomBytes
}

/**
 * Replaces a session by one whose person has just proved who they are; a copy of the old cookie is worth nothing
 * afterwards. It ends when the old one would have.
 */
export async function renewSession(
  { database, actor, now, session }: Context,
  { act, before, alone, randomBytes }: Renewal,
): Promise<StartedSession> {
  const token = newToken(randomBytes)
  const sessionId = newSessionId(randomBytes)
  const { method, endsAt } = session
  await database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act,
      subjectKind: 'session',
      subjectId: sessionId,
    })
    if (alone) await closeSessionsOf(writer, actor.personId)
    const opened = { sessionId, tokenHash: tokenHash(token), expiresAt: endsAt, method, authenticatedAt: now }
    await openSession(writer, opened)
  })
  if (before !== undefined) await database.beforeSignIn.closeSession(tokenHash(before))
  return { token, endsAt }
}
