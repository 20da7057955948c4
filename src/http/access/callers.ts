import type { FastifyRequest } from 'fastify'
import { resolveSession } from '../../app/access/resolve-session.ts'
import type { SessionLimits } from '../../app/access/session-limits.ts'
import { isFresh } from '../../app/access/step-up.ts'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import { refused, type Refused } from '../../app/frame/result.ts'
import { stepUpRoutes } from '../../contract/access/step-up.ts'
import { unattendedHeader } from '../../contract/frame/unattended.ts'
import { danishDay } from '../../app/frame/danish-day.ts'
import type { Callers } from '../frame/register-route.ts'
import { requestLanguage } from '../frame/request-language.ts'
import type { SessionCookie } from '../frame/session-cookie.ts'

export interface CallerParts {
  readonly database: OpenContext['database']
  readonly clock: () => Date
  readonly cookie: SessionCookie
  readonly limits: SessionLimits
}

const wantsFresh: ReadonlySet<string> = new Set(stepUpRoutes)

/** What a session is good for beyond rights: nothing before a password of one's own and one-time codes that are asked for, and some things only while fresh. */
function withheld(
  { method, routeOptions: { url = '' } }: FastifyRequest,
  context: Context,
): Refused<'own-password-needed' | 'second-factor-needed' | 'step-up-needed'> | undefined {
  const aboutSession = url === '/api/session' || url.startsWith('/api/session/')
  if (context.session.passwordGiven && !aboutSession) return refused('own-password-needed')
  if (context.session.factorMissing && !aboutSession) return refused('second-factor-needed')
  // HEAD is answered by what answers GET.
  const name = `${method === 'HEAD' ? 'GET' : method} ${url}`
  return wantsFresh.has(name) && !isFresh(context) ? refused('step-up-needed') : undefined
}

/** Reads who calls from the session cookie. */
export function createCallers({ database, clock, cookie, limits }: CallerParts): Callers {
  const open = (request: FastifyRequest): OpenContext => {
    const now = clock()
    return { database, now, today: danishDay(now), language: requestLanguage(request) }
  }
  return {
    open,
    async signedIn(request) {
      const unattended = request.headers[unattendedHeader] !== undefined
      const caller = await resolveSession(open(request), { token: cookie.read(request), unattended }, limits)
      return caller.ok ? (withheld(request, caller.value) ?? caller) : caller
    },
  }
}
