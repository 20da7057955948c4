import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import type { Result } from '../../app/frame/result.ts'
import { isPermission } from '../../contract/frame/permission.ts'
import { allowedSomewhere } from '../../core/access/permissions.ts'
import type { HandledRoute } from './handled-route.ts'
import { readInput } from './read-input.ts'
import { sendAnswer } from './send-answer.ts'
import { sendProblem } from './send-problem.ts'

/** Who calls. `caller` refuses when nobody is signed in or the session has run out. */
export interface Callers {
  open(request: FastifyRequest): OpenContext
  signedIn(request: FastifyRequest): Promise<Result<Context>>
}

/**
 * Hangs one route on the server. Before the body is read: is the caller signed in, and may they do this to anything at
 * all? Whether they may do it to this very thing is the use case's first question.
 */
export function registerRoute(
  app: FastifyInstance,
  callers: Callers,
  { route, handler }: HandledRoute,
): void {
  if (!isPermission(route.permission)) throw new Error(`${route.method} ${route.path} declares no permission`)
  const { permission } = route
  app.route({
    method: route.method,
    url: route.path,
    onRequest: async (request, reply) => {
      if (permission === 'public') {
        request.context = callers.open(request)
        return
      }
      const found = await callers.signedIn(request)
      if (!found.ok) return sendProblem(request, reply, found)
      const { roles, today } = found.value
      if (permission !== 'signed-in' && !allowedSomewhere(roles, permission, today)) {
        return sendProblem(request, reply, { ok: false, refusal: 'not-permitted' })
      }
      request.context = found.value
    },
    handler: async (request, reply) => {
      const { context } = request
      if (context === null) throw new Error('a route was reached without a context')
      const input = await readInput(request, route, context.language)
      if (!input.ok) return sendProblem(request, reply, input, 'errors' in input ? input.errors : undefined)
      const result = await handler(input.value, context, { request, reply })
      return result.ok ? sendAnswer(reply, route, result.value) : sendProblem(request, reply, result)
    },
  })
}
