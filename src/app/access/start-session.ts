import { openSession } from '../../storage/account.ts'
import { getId, type MunicipalityId, type PersonId, type SessionId } from '../../storage/ids.ts'
import type { SessionMethod } from '../../storage/transaction.ts'
import type { OpenContext } from '../frame/context.ts'
import type { SessionLimits } from './session-limits.ts'
import { newToken, tokenHash, type RandomBytes } from './session-token.ts'

export interface StartedSession {
  /** For the cookie; stored nowhere. */
  readonly token: string
  readonly endsAt: Date
}

/** Opens a session for a person whose identity is already established, and ends the one the browser had before. */
export async function startSession(
  open: OpenContext,
  who: { readonly municipalityId: MunicipalityId; readonly personId: PersonId },
  how: {
    readonly act: 'sign-in' | 'switch-person'
    /** Otherwise with a password. */
    readonly method?: SessionMethod
    readonly before: string | undefined
  },
  means: { readonly limits: SessionLimits; readonly randomBytes: RandomBytes },
): Promise<StartedSession> {
  const token = newToken(means.randomBytes)
  const endsAt = new Date(open.now.getTime() + means.limits.absolute)
  const sessionId = newSessionId(means.randomBytes)
  await open.database.transaction({ ...who, sessionId }, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act: how.act,
      subjectKind: 'session',
      subjectId: sessionId,
    })
    await openSession(writer, {
      sessionId,
      tokenHash: tokenHash(token),
      expiresAt: endsAt,
      method: how.method ?? 'password',
      authenticatedAt: open.now,
    })
  })
  // A token from before sign-in must not live on: whoever planted it would be signed in too.
  if (how.before !== undefined) await open.database.beforeSignIn.closeSession(tokenHash(how.before))
  return { token, endsAt }
}

/** A UUID of version 4 (RFC 9562, 5.4) from the given source. */
export function newSessionId(randomBytes: RandomBytes): SessionId {
  const bytes = Buffer.from(randomBytes(16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return getId(bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
