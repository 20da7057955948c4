import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface TicketCookie {
  read(request: FastifyRequest): string | undefined
  write(reply: FastifyReply, ticket: string): void
  clear(reply: FastifyReply): void
}

/**
 * Binds a sign-in under way at the provider to the browser that began it. Strict works, because the provider sends the
 * browser to a page of ours, and it is the page that calls.
 */
export function ticketCookie(secure: boolean): TicketCookie {
  const name = secure ? '__Host-tilsyn-sign-in' : 'tilsyn-sign-in'
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure }
  return {
    read: (request) => request.cookies[name],
    // As long as the database remembers it.
    write: (reply, ticket) => void reply.setCookie(name, ticket, { ...options, maxAge: 600 }),
    clear: (reply) => void reply.clearCookie(name, options),
  }
}
