import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import type { Result } from '../../app/frame/result.ts'
import type { Route, RouteInput, RouteOutput } from '../../contract/frame/route.ts'

/** The raw exchange, for the few routes that set cookies. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A public route may be called by anyone, so its handler gets no actor. */
export type ContextFor<R extends Route> = R['permission'] extends 'public' ? OpenContext : Context

type LooseHandler = (
  input: unknown,
  context: OpenContext | Context,
  exchange: Exchange,
) => Promise<Result<unknown>>

export interface HandledRoute {
  readonly route: Route
  readonly handler: LooseHandler
}

/** Joins a route's description with the use case that answers it. */
export function handle<R extends Route>(
  route: R,
  handler: (
    input: RouteInput<R>,
    context: ContextFor<R>,
    exchange: Exchange,
  ) => Promise<Result<RouteOutput<R>>>,
): HandledRoute {
  // `registerRoute` calls the handler only with input parsed by this same route and a context its permission asks for.
  return { route, handler: handler as LooseHandler }
}
