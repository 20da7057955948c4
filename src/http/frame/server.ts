import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Context, OpenContext } from '../../app/frame/context.ts'
import type { ReachOf } from '../../core/access/permissions.ts'
import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { isDiskFull } from '../../app/frame/outage.ts'
import { createRefusedActs } from '../../app/frame/refused-acts.ts'
import { failed } from './failed.ts'
import type { HandledRoute } from './handled-route.ts'
import { serveMetrics, type MetricsSettings } from './metrics.ts'
import { loggerOptions, routeOf, type LogSettings } from './log.ts'
import { guardOrigin, type OriginRules } from './origin-guard.ts'
import { registerRoute, type Callers } from './register-route.ts'
import { securityHeaders } from './security-headers.ts'
import { sendProblem } from './send-problem.ts'
import { servePages } from './static-pages.ts'
import { directTraffic, workingTraffic, type TrafficLimits } from './traffic.ts'
import { unknownAddress } from './unknown-address.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler runs; null until then. */
    context: OpenContext | Context | null
    refusalCode: RefusalCode | null
  }
}

export interface ServerParts {
  readonly routes: readonly HandledRoute[]
  readonly callers: Callers
  readonly origin: OriginRules
  /** Behind HTTPS: strict transport. */
  readonly secure: boolean
  /** Addresses and networks of the proxies whose X-Forwarded-* is believed. */
  readonly trustProxy: false | readonly string[]
  readonly log: LogSettings
  /** Whether there is room to write; otherwise there always is. */
  readonly room?: Room | undefined
  /** Otherwise those of a working server. */
  readonly traffic?: TrafficLimits | undefined
  /** How rights are asked for; otherwise of the permission table. */
  readonly reachOf?: ReachOf | undefined
  /** For the operator's monitoring; otherwise there is no /metrics. */
  readonly metrics?: Pick<MetricsSettings, 'token' | 'databaseAlive' | 'lookAtBackup'> | undefined
  /** The built web client; without it the server answers /api only. */
  readonly pages?: URL
}

/** Room on the disk of the database. */
export interface Room {
  full(): boolean
  /** The database said that there is none. */
  notice(): void
}

/** JSON bodies are forms and answers of a few kilobytes; files go by upload routes with limits of their own. */
const bodyLimit = 1024 * 1024

/** The whole server, ready for `listen` or `inject`. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(parts.log) ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit,
    trustProxy: parts.trustProxy === false ? false : [...parts.trustProxy],
    // A slow trickle of a request must not hold a connection for ever; a large upload needs minutes.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: failed,
  })
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('context', null)
  app.decorateRequest('refusalCode', null)
  await app.register(cookie)
  await app.register(helmet, securityHeaders(parts.secure))
  await app.register(multipart)
  const traffic = await directTraffic(app, parts.traffic ?? workingTraffic)

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
    const wrongOrigin = guardOrigin(request, parts.origin)
    if (wrongOrigin !== undefined) return sendProblem(request, reply, { ok: false, refusal: wrongOrigin })
    if (!request.url.startsWith('/api')) return undefined
    if (parts.room?.full() === true && !['GET', 'HEAD'].includes(request.method))
      return sendProblem(request, reply, { ok: false, refusal: 'disk-full', retryAfterSeconds: 30 })
    const busy = traffic.enter(request, reply.raw)
    return busy === undefined ? undefined : sendProblem(request, reply, busy)
  })
  app.addHook('onError', async (_request, _reply, error) => {
    if (isDiskFull(error)) parts.room?.notice()
  })
  app.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method, refusalCode } = request
    const facts = { requestId, method, route: routeOf(request), status: reply.statusCode }
    const ms = Math.round(reply.elapsedTime)
    request.log.info(refusalCode === null ? { ...facts, ms } : { ...facts, ms, refusal: refusalCode })
  })
  app.setErrorHandler(failed)
  const recordRefused = createRefusedActs()
  for (const route of parts.routes)
    registerRoute(app, parts.callers, traffic, recordRefused, route, parts.reachOf)
  if (parts.metrics !== undefined) {
    const readOnly = () => parts.room?.full() === true
    serveMetrics(app, { ...parts.metrics, readOnly, inside: () => traffic.inside() })
  }
  const unknown = unknownAddress(parts.routes.map(({ route }) => route))
  if (parts.pages === undefined) app.setNotFoundHandler(unknown)
  else await servePages(app, parts.pages, unknown)
  return app
}
