import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import { done, refused, type Result } from '../../app/frame/result.ts'
import type { Route } from '../../contract/frame/route.ts'
import { contentOf } from './send-answer.ts'

const usable = /^[\w-]{16,64}$/

/** The request's Idempotency-Key; undefined when it has none or the route does not ask for one. */
export function readKey(
  request: FastifyRequest,
  { keyed }: Route,
): Result<string | undefined, 'key-unusable'> {
  const given = request.headers['idempotency-key']
  if (keyed !== true || given === undefined) return done(undefined)
  if (typeof given !== 'string') return refused('key-unusable')
  // The header is a structured field, whose strings stand in quotation marks; many clients leave them out.
  const key = given.replace(/^"(.*)"$/, '$1')
  return usable.test(key) ? done(key) : refused('key-unusable')
}

/**
 * Carries a keyed request out once: the key and the reply are committed with the act itself, so that no death of the
 * server in between can part them. A refusal did nothing and is judged anew when it is asked again.
 */
export async function handleOnce(
  route: Route,
  key: string,
  input: unknown,
  context: OpenContext | Context,
  act: (context: Context) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const { response } = route
  if (!('actor' in context) || !(response instanceof z.ZodType))
    throw new Error(
      `${route.method} ${route.path} cannot be keyed: it needs a signed-in caller and answers JSON`,
    )
  const digest = createHash('sha256')
    .update(JSON.stringify([route.method, route.path, input]))
    .digest()
  const once = await context.database.once(context.actor, { key, digest }, async (database) => {
    const result = await act({ ...context, database })
    const reply = result.ok ? contentOf(route, response, result.value) : undefined
    return { kept: result.ok, reply, result }
  })
  if (once.kind === 'done') return once.result
  return once.kind === 'again' ? done(once.reply) : refused('key-of-another-request')
}
