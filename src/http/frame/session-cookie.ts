import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface SessionCookie {
  read(request: FastifyRequest): string | undefined
  write(reply: FastifyReply, token: string, endsAt: Date): void
  clear(reply: FastifyReply): void
}

/**
 * The browser keeps the token where scripts cannot read it. `__Host-` binds it to this very host over HTTPS; a plain
 * http://localhost cannot have that, hence the other name there. Strict works because pages are static and only their
 * own calls need the session.
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-tilsyn' : 'tilsyn'
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure }
  return {
    read: (request) => request.cookies[name],
    write: (reply, token, endsAt) => void reply.setCookie(name, token, { ...options, expires: endsAt }),
    clear: (reply) => void reply.clearCookie(name, options),
  }
}
