import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from '../../contract/frame/route.ts'
import { sendProblem } from './send-problem.ts'

/** 405 with the methods that would do when the address is one of ours, else 404. */
export function unknownAddress(routes: readonly Route[]) {
  const patterns = routes.map(({ method, path }) => ({
    method,
    // Dots are the only signs of our paths that mean something to a regular expression.
    pattern: new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`),
  }))
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?')[0] ?? ''
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (methods.length === 0) return sendProblem(request, reply, { ok: false, refusal: 'not-found' })
    void reply.header('allow', methods.join(', '))
    return sendProblem(request, reply, { ok: false, refusal: 'method-not-allowed' })
  }
}
