import {
  changePassword as changePasswordWith,
  type CommonPasswords,
} from '../../app/access/change-password.ts'
import type { FactorKey } from '../../app/access/factor-secret.ts'
import type { IdentityProvider } from '../../app/access/identity-provider.ts'
import { describeSession } from '../../app/access/describe-session.ts'
import type { Passwords } from '../../app/access/password.ts'
import type { SessionLimits } from '../../app/access/session-limits.ts'
import type { RandomBytes } from '../../app/access/session-token.ts'
import { signIn as signInWith } from '../../app/access/sign-in.ts'
import type { SignInThrottle } from '../../app/access/sign-in-throttle.ts'
import { signOut as signOutWith } from '../../app/access/sign-out.ts'
import { done } from '../../app/frame/result.ts'
import { changePassword, getSession, setLanguage, signIn, signOut } from '../../contract/access/session.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'
import type { Callers } from '../frame/register-route.ts'
import { languageCookie } from '../frame/request-language.ts'
import type { SessionCookie } from '../frame/session-cookie.ts'
import type { TicketCookie } from './ticket-cookie.ts'

export interface SessionParts {
  readonly demo: boolean
  readonly callers: Callers
  readonly cookie: SessionCookie
  readonly limits: SessionLimits
  readonly randomBytes: RandomBytes
  readonly passwords: Passwords
  readonly commonPasswords: CommonPasswords
  readonly throttle: SignInThrottle
  readonly codeThrottle: SignInThrottle
  readonly factorKey: FactorKey
  readonly providers: readonly IdentityProvider[]
  readonly ticket: TicketCookie
  /** Cookies over HTTPS only. */
  readonly secure: boolean
}

const year = 365 * 24 * 60 * 60

export function sessionRoutes(parts: SessionParts): readonly HandledRoute[] {
  const { cookie, callers } = parts
  return [
    handle(getSession, async (_input, open, { request }) => {
      const common = { demo: parts.demo, language: open.language }
      const caller = await callers.signedIn(request)
      if (caller.ok) return done({ ...common, session: await describeSession(caller.value, parts.providers) })
      const municipalities = await open.database.beforeSignIn.listMunicipalities()
      return done({
        ...common,
        session: null,
        municipalities: municipalities.map(({ municipalityId, name }) => ({
          id: municipalityId,
          name,
          provider: parts.providers.some((one) => one.municipality === name),
        })),
      })
    }),
    handle(signIn, async ({ body }, open, { request, reply }) => {
      const { userName, password, code, municipality } = body
      const before = cookie.read(request)
      const attempt = { userName, password, code, municipality, address: request.ip, before }
      const started = await signInWith(open, attempt, parts)
      if (!started.ok) return started
      cookie.write(reply, started.value.token, started.value.endsAt)
      return done()
    }),
    handle(signOut, async (_input, open, { request, reply }) => {
      await signOutWith(open, cookie.read(request))
      cookie.clear(reply)
      return done()
    }),
    handle(changePassword, async ({ body }, context, { request, reply }) => {
      const started = await changePasswordWith(context, { ...body, address: request.ip }, parts)
      if (!started.ok) return started
      cookie.write(reply, started.value.token, started.value.endsAt)
      return done()
    }),
    handle(setLanguage, async ({ body }, _open, { reply }) => {
      const { secure } = parts
      void reply.setCookie(languageCookie(secure), body.language, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: year,
      })
      return done()
    }),
  ]
}
