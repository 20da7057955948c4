import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { AnalysisCache } from '../app/analysis/analysis-cache.ts'
import type { AnalysisRoom } from '../app/analysis/open-results.ts'
import { factorKeyOf } from '../app/access/factor-secret.ts'
import type { IdentityProvider } from '../app/access/identity-provider.ts'
import { createPasswords } from '../app/access/password.ts'
import { demoLimits, workingLimits } from '../app/access/session-limits.ts'
import { createSignInThrottle } from '../app/access/sign-in-throttle.ts'
import { undoRefused } from '../app/frame/undo-refused.ts'
import type { DraftSecret } from '../app/review/draft-keys.ts'
import type { PersonalKey } from '../app/registry/personal-key.ts'
import type { LookAtBackup } from '../http/access/health-routes.ts'
import type { Route } from '../contract/frame/route.ts'
import type { ReachOf } from '../core/access/permissions.ts'
import { ticketCookie } from '../http/access/ticket-cookie.ts'
import { createCallers } from '../http/access/callers.ts'
import type { LogSettings } from '../http/frame/log.ts'
import { createServer, type Room } from '../http/frame/server.ts'
import type { TrafficLimits } from '../http/frame/traffic.ts'
import { sessionCookie } from '../http/frame/session-cookie.ts'
import { allRoutes } from '../http/routes.ts'
import { renderCalendar } from '../render/ics/calendar.ts'
import type { Database } from '../storage/transaction.ts'
import { commonPasswords } from './common-passwords.ts'
import { includedProgrammes } from './included-programmes.ts'
import { includedPairs } from './included-pairs.ts'
import { includedRules } from './included-rules.ts'
import { includedTraining } from './included-training.ts'
import { createOpenidProvider, type ProviderSettings } from './openid-provider.ts'
import { SecondThread } from './second-thread.ts'
import type { ServerConfiguration } from './server-configuration.ts'

export interface WiringOptions {
  readonly database: Database
  /** Without it files with CPR numbers cannot be imported. */
  readonly personalKey?: PersonalKey | undefined
  readonly draftSecret: DraftSecret
  readonly configuration: ServerConfiguration
  /** Sign-ins of the municipalities' own; they need a public origin. */
  readonly providers?: readonly ProviderSettings[]
  readonly demo: boolean
  /** Reached from this machine only. */
  readonly loopback: boolean
  readonly clock: () => Date
  readonly log: LogSettings
  /** Otherwise those of a working server. */
  readonly traffic?: TrafficLimits
  /** Whether there is room to write; otherwise there always is. */
  readonly room?: Room
  /** Where the server makes backups; otherwise it knows of none. */
  readonly lookAtBackup?: LookAtBackup | undefined
  /** For a test of what holds without the permission table; a working server gives none. */
  readonly reachOf?: ReachOf
}

const builtPages = new URL('../../dist/web/', import.meta.url)

export interface WiredServer {
  readonly app: FastifyInstance
  readonly routes: readonly Route[]
  /** For what the program computes by itself. */
  readonly results: AnalysisRoom
}

/** Puts the floors together: the server with all its routes, not yet listening. */
export async function wireServer(options: WiringOptions): Promise<WiredServer> {
  const { configuration, demo, clock } = options
  const database = undoRefused(options.database)
  const cookie = sessionCookie(configuration.secure)
  const limits = demo ? demoLimits : workingLimits
  const callers = createCallers({ database, clock, cookie, limits })
  const thread = new SecondThread()
  const lookAtBackup: LookAtBackup = options.lookAtBackup ?? (() => Promise.resolve(undefined))
  const results: AnalysisRoom = { calculator: thread, cache: new AnalysisCache() }
  const routes = allRoutes({
    demo,
    personalKey: options.personalKey,
    draftSecret: options.draftSecret,
    includedProgrammes,
    includedTraining,
    includedRules,
    includedPairs,
    callers,
    cookie,
    limits,
    randomBytes,
    passwords: createPasswords(randomBytes),
    commonPasswords,
    throttle: createSignInThrottle(),
    codeThrottle: createSignInThrottle(),
    factorKey: factorKeyOf(options.draftSecret),
    providers: startProviders(options),
    ticket: ticketCookie(configuration.secure),
    secure: configuration.secure,
    sendsMail: configuration.smtp !== undefined,
    renderCalendar,
    readOnly: () => options.room?.full() === true,
    lookAtBackup,
    report: { ...results, press: thread },
  })
  const { publicOrigin, secure, trustProxy } = configuration
  const app = await createServer({
    routes,
    callers,
    origin: {
      loopbackOnly: options.loopback && publicOrigin === undefined,
      ...(publicOrigin !== undefined && { publicOrigin }),
    },
    secure,
    trustProxy,
    log: options.log,
    traffic: options.traffic,
    room: options.room,
    metrics:
      configuration.metricsToken === undefined
        ? undefined
        : { token: configuration.metricsToken, databaseAlive: () => database.alive(), lookAtBackup },
    reachOf: options.reachOf,
    ...(existsSync(new URL('index.html', builtPages)) && { pages: builtPages }),
  })
  app.addHook('onClose', () => thread.close())
  return { app, routes: routes.map(({ route }) => route), results }
}

function startProviders({ configuration, providers = [], log }: WiringOptions): readonly IdentityProvider[] {
  const { publicOrigin } = configuration
  if (publicOrigin === undefined) return []
  const notice = (code: string, reason: string): void =>
    log.write(`${JSON.stringify({ level: 40, code, reason })}\n`)
  const afterSignOut = `${publicOrigin}/login`
  const surroundings = { redirectUri: `${publicOrigin}/login/return`, afterSignOut, notice }
  return providers.map((settings) => createOpenidProvider(settings, surroundings))
}
