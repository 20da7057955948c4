import type { FastifyRequest } from 'fastify'
import { resolveSession } from '../../app/access/resolve-session.ts'
import type { SessionLimits } from '../../app/access/session-limits.ts'
import type { OpenContext } from '../../app/frame/context.ts'
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

/** Reads who calls from the session cookie. */
export function createCallers({ database, clock, cookie, limits }: CallerParts): Callers {
  const open = (request: FastifyRequest): OpenContext => {
    const now = clock()
    return { database, now, today: danishDay(now), language: requestLanguage(request) }
  }
  return { open, signedIn: (request) => resolveSession(open(request), cookie.read(request), limits) }
}
