import type { FastifyRequest, FastifyServerOptions } from 'fastify'

export interface LogSettings {
  readonly level: 'info' | 'warn' | 'silent'
  /** Where the lines go; standard error unless a test listens. */
  readonly write: (line: string) => void
}

/** What of an error may be logged: its kind and where it arose. Messages may quote a row or a request, so they stay out. */
export function errorFacts(error: unknown): { error: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
  const facts = { error: error.name, frames }
  return 'code' in error && typeof error.code === 'string' ? { ...facts, code: error.code } : facts
}

/** Serializers replace Fastify's own, which would print addresses with their query. */
export function loggerOptions({ level, write }: LogSettings): FastifyServerOptions['logger'] {
  return {
    level,
    stream: { write },
    base: null,
    serializers: {
      err: (error: unknown) => ({ type: 'Error', message: '', stack: '', ...errorFacts(error) }),
      req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
      res: (reply) => ({ statusCode: reply.statusCode }),
    },
  }
}

/** The pattern, never the address itself: that may hold a search word. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? 'unknown'
}
