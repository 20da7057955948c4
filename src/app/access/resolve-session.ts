import { rolesOn, type RoleGrant } from '../../core/access/role.ts'
import { danishDay } from '../frame/danish-day.ts'
import type { Context, OpenContext } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { SessionLimits } from './session-limits.ts'
import { tokenHash } from './session-token.ts'

/** Writing down every use would cost a write per request; once a minute is exact enough for a limit of half an hour. */
const touchEvery = 60_000

/**
 * The signed-in caller behind a token, with the roles as they stand now. `unattended`: nobody is at the page that asks, so
 * the session is not used.
 */
export async function resolveSession(
  open: OpenContext,
  { token, unattended }: { readonly token: string | undefined; readonly unattended: boolean },
  limits: SessionLimits,
): Promise<Result<Context, 'not-signed-in' | 'session-expired'>> {
  if (token === undefined || token === '') return refused('not-signed-in')
  const hash = tokenHash(token)
  const { database, now } = open
  const session = await database.beforeSignIn.findSession(hash)
  if (session === undefined) return refused('session-expired')
  const unused = now.getTime() - session.lastSeenAt.getTime()
  // What lies ahead was written by a wrong clock, by which no limit can be told either.
  const ahead = Math.max(-unused, session.authenticatedAt.getTime() - now.getTime())
  if (unused > limits.idle || ahead > limits.idle || now >= session.expiresAt) {
    await database.beforeSignIn.closeSession(hash)
    return refused('session-expired')
  }
  const { municipalityId, personId, sessionId, roles } = session
  const actor = { municipalityId, personId, sessionId }
  if (lastRoleEnded(roles, danishDay(session.createdAt), open.today)) {
    await database.beforeSignIn.closeSession(hash)
    return refused('session-expired')
  }
  if (unused > touchEvery && !unattended) await database.beforeSignIn.touchSession(hash)
  const { method, authenticatedAt, expiresAt: endsAt, factorMissing, passwordGiven } = session
  const standing = { method, authenticatedAt, endsAt, factorMissing, passwordGiven }
  return done({ ...open, actor, roles, session: standing })
}

/** Whoever had a role when the session began and has none left is signed out. */
function lastRoleEnded(roles: readonly RoleGrant[], began: string, today: string): boolean {
  return rolesOn(roles, today).length === 0 && rolesOn(roles, began).length > 0
}
