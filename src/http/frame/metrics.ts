import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LookAtBackup } from '../access/health-routes.ts'
import { routeOf } from './log.ts'

export interface MetricsSettings {
  /** What the monitoring shows as its bearer token. */
  readonly token: string
  readonly readOnly: () => boolean
  readonly databaseAlive: () => Promise<boolean>
  readonly lookAtBackup: LookAtBackup
  /** Requests worked on. */
  readonly inside: () => number
}

/** Upper ends in seconds: what is wanted of a saved answer, of a page, of a page under load, and what nobody waits for. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Figures for the operator's monitoring at /metrics (Prometheus' text format): requests by route, never by address, so
 * that no word of a person is in them. Who holds no token learns only that one is needed.
 */
export function serveMetrics(app: FastifyInstance, settings: MetricsSettings): void {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const labelNames = ['method', 'route', 'status'] as const
  const seconds = new Histogram({
    name: 'tilsyn_http_request_seconds',
    help: 'Time from a request to its answer, by route and first digit of the status',
    labelNames,
    buckets,
    registers,
  })
  const refusals = new Counter({
    name: 'tilsyn_http_refusals_total',
    help: 'Requests answered no, by code',
    labelNames: ['code'] as const,
    registers,
  })
  const inside = new Gauge({
    name: 'tilsyn_http_requests_inside',
    help: 'Requests worked on',
    registers,
  })
  const readOnly = new Gauge({
    name: 'tilsyn_read_only',
    help: '1 while the disk is full and nothing is written',
    registers,
  })
  const databaseUp = new Gauge({
    name: 'tilsyn_database_up',
    help: '1 when the database answers',
    registers,
  })
  const newestBackup = new Gauge({
    name: 'tilsyn_backup_newest_timestamp_seconds',
    help: 'When the newest backup was made; 0 where there is none, or the server makes none itself',
    registers,
  })
  const backupAlarm = new Gauge({
    name: 'tilsyn_backup_alarm',
    help: '1 while the newest backup is missing or older than two days',
    registers,
  })
  const verifiedBackup = new Gauge({
    name: 'tilsyn_backup_verified_timestamp_seconds',
    help: 'When the newest backup that was verified was made; 0 where none was, or the server makes none itself',
    registers,
  })
  const verifyAlarm = new Gauge({
    name: 'tilsyn_backup_verify_alarm',
    help: '1 while no backup of the last 35 days was verified',
    registers,
  })

  app.addHook('onResponse', async (request, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    seconds.observe({ method: request.method, route: routeOf(request), status }, reply.elapsedTime / 1000)
    if (request.refusalCode !== null) refusals.inc({ code: request.refusalCode })
  })
  app.get('/metrics', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (!holds(request.headers.authorization, settings.token))
      return reply.code(401).header('www-authenticate', 'Bearer').send()
    inside.set(settings.inside())
    readOnly.set(settings.readOnly() ? 1 : 0)
    const backup = await settings.lookAtBackup()
    newestBackup.set((backup?.newest?.getTime() ?? 0) / 1000)
    backupAlarm.set(backup?.alarming === true ? 1 : 0)
    verifiedBackup.set((backup?.verified?.getTime() ?? 0) / 1000)
    verifyAlarm.set(backup?.verifyDue === true ? 1 : 0)
    databaseUp.set((await settings.databaseAlive()) ? 1 : 0)
    return reply.type(register.contentType).send(await register.metrics())
  })
  app.addHook('onClose', async () => register.clear())
}

function holds(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  // Of equal length and compared in equal time, whatever was sent.
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}
