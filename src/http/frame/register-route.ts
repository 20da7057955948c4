import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import type { RecordRefused } from '../../app/frame/refused-acts.ts'
import { done, refused, type Result } from '../../app/frame/result.ts'
import type { Route } from '../../contract/frame/route.ts'
import { isPermission } from '../../contract/frame/permission.ts'
import {
  coversSomething,
  reachOf as ofTable,
  type Reach,
  type ReachOf,
} from '../../core/access/permissions.ts'
import type { HandledRoute } from './handled-route.ts'
import { handleOnce, readKey } from './handle-once.ts'
import { readInput } from './read-input.ts'
import { sendAnswer } from './send-answer.ts'
import { sendProblem } from './send-problem.ts'
import type { Traffic } from './traffic.ts'

/** Who calls. `signedIn` refuses when nobody is signed in or the session has run out. */
export interface Callers {
  open(request: FastifyRequest): OpenContext
  signedIn(request: FastifyRequest): Promise<Result<Context>>
}

function suffices(reach: Reach, { least }: Route): boolean {
  if (least === 'municipality') return reach.municipality
  if (least === 'unit') return reach.municipality || reach.units.length > 0
  return coversSomething(reach)
}

/**
 * Hangs one route on the server. Before the body is read: is the caller signed in, and may they do this to anything at
 * all? Whether they may do it to this very thing is the use case's first question.
 */
export function registerRoute(
  app: FastifyInstance,
  callers: Callers,
  traffic: Traffic,
  recordRefused: RecordRefused,
  { route, handler }: HandledRoute,
  reachOf: ReachOf = ofTable,
): void {
  if (!isPermission(route.permission)) throw new Error(`${route.method} ${route.path} declares no permission`)
  const { permission } = route
  const admit = async (request: FastifyRequest): Promise<Result<OpenContext | Context>> => {
    if (permission === 'public') return (await traffic.ofAddress(request)) ?? done(callers.open(request))
    const caller = await callers.signedIn(request)
    if (!caller.ok) return (await traffic.ofAddress(request)) ?? caller
    const { actor, roles, today } = caller.value
    const tooMany = await traffic.ofSession(request, actor.sessionId)
    if (tooMany !== undefined) return tooMany
    const admitted = permission === 'signed-in' || suffices(reachOf(roles, permission, today), route)
    if (admitted) return done({ ...caller.value, reachOf })
    await recordRefused(caller.value, route)
    return refused('not-permitted')
  }
  app.route({
    method: route.method,
    url: route.path,
    onRequest: async (request, reply) => {
      const context = await admit(request)
      if (!context.ok) return sendProblem(request, reply, context)
      request.context = context.value
      return undefined
    },
    handler: async (request, reply) => {
      const { context } = request
      if (context === null) throw new Error('a route was reached without a context')
      const input = await readInput(request, route, context.language)
      if (!input.ok) return sendProblem(request, reply, input, 'errors' in input ? input.errors : undefined)
      const key = readKey(request, route)
      if (!key.ok) return sendProblem(request, reply, key)
      const act = (within: OpenContext | Context) => handler(input.value, within, { request, reply })
      const result =
        key.value === undefined
          ? await act(context)
          : await handleOnce(route, key.value, input.value, context, act)
      if (result.ok) return sendAnswer(reply, route, result.value)
      if (result.refusal === 'not-permitted' && 'actor' in context) await recordRefused(context, route)
      return sendProblem(request, reply, result)
    },
  })
}
