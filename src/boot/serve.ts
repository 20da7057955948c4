import type { AddressInfo } from 'node:net'
import { danishDay } from '../app/frame/danish-day.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { seedDemo } from '../demo/seed.ts'
import { errorFacts } from '../http/frame/log.ts'
import { databaseConfiguration } from './configuration.ts'
import { dataKind, demoInProduction, wrongMode } from './data-kind.ts'
import { startDatabase, type StartedDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { startRecurringWork, type RecurringWork } from './recurring-work.ts'
import { recurringJobs } from './recurring-jobs.ts'
import { lookAtNightly } from './backup-status.ts'
import { nightlyBackup } from './nightly-backup.ts'
import { providerConfiguration } from './provider-configuration.ts'
import { sealConfiguration } from './seal-configuration.ts'
import { startSealing } from './sealing.ts'
import { watchRoom, type RoomWatch } from './room-watch.ts'
import { wireServer } from './server.ts'
import { serverConfiguration } from './server-configuration.ts'

export interface ServeOptions {
  /** Undefined: the first free one from 3000 on. */
  readonly port: number | undefined
  readonly host: string
  readonly demo: boolean
  /** Folder of the program's own database; undefined: as the environment says. */
  readonly data: string | undefined
  /** Heard while the demo is being made. */
  readonly progress: (done: number, total: number) => void
  /** Resolves when the program is told to stop; heard while it starts. */
  readonly told: Promise<void>
  readonly logLine: (line: string) => void
  readonly onLost: (problem: Problem) => void
}

export interface RunningServer {
  readonly address: string
  /** Lets running requests finish, then closes the database. */
  stop(): Promise<void>
}

const halfMinute = 30_000

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1'])

/**
 * The whole start: settings, database, demo data, server. Whatever is wrong comes back as a problem, nothing left
 * running; undefined when it was told to stop before it served.
 */
export async function serve(options: ServeOptions): Promise<Checked<RunningServer | undefined>> {
  const configuration = serverConfiguration()
  if (!configuration.ok) return configuration
  const { production } = configuration.value
  if (options.demo && production) return { ok: false, problems: [demoInProduction] }
  const environment = options.data === undefined ? process.env : { ...process.env, TILSYN_DATA: options.data }
  const providers = providerConfiguration(configuration.value.publicOrigin, environment)
  if (!providers.ok) return providers
  const wanted = databaseConfiguration(environment)
  if (!wanted.ok) return wanted
  const seal = sealConfiguration(wanted.value, environment)
  if (!seal.ok) return seal
  const nightly = await nightlyBackup(wanted.value, environment)
  if (!nightly.ok) return nightly
  const port = await freePort(options.host, options.port)
  if (!port.ok) return port

  const started = await startDatabase(wanted.value, {
    now: Date.now,
    onLost: options.onLost,
    log: (code) => options.logLine(`${JSON.stringify({ level: 40, code })}\n`),
  })
  if (!started.ok) return started
  let sealing: RecurringWork | undefined
  let room: RoomWatch | undefined
  const start = stoppable(started.value, options.told)
  try {
    const problem = await prepareData(started.value, options)
    if (problem !== undefined) {
      await started.value.stop()
      return { ok: false, problems: [problem] }
    }
    const jobFailed = (error: unknown): void => {
      const facts = { level: 50, code: 'recurring-work-failed', ...errorFacts(error) }
      options.logLine(`${JSON.stringify(facts)}\n`)
    }
    const begun = await startSealing(started.value.database, seal.value, jobFailed)
    if (!begun.ok) {
      await started.value.stop()
      return begun
    }
    sealing = begun.value
    room = watchRoom(started.value.embedded?.data, () => new Date(), options.logLine)
    const { app, results } = await wireServer({
      database: started.value.database,
      personalKey: started.value.personalKey,
      draftSecret: started.value.draftSecret,
      configuration: configuration.value,
      providers: providers.value,
      lookAtBackup: nightly.value === undefined ? undefined : () => lookAtNightly(environment, new Date()),
      demo: options.demo,
      loopback: loopbackHosts.has(options.host),
      clock: () => new Date(),
      log: { level: production ? 'info' : 'warn', write: options.logLine },
      room,
    })
    if (await start.isOver()) {
      await room?.stop()
      await sealing?.stop()
      return notServing
    }
    await app.listen({ port: port.value, host: options.host })
    // A server that listens on TCP has an AddressInfo.
    const listening = app.server.address() as AddressInfo
    const jobs = recurringJobs(started.value.database, configuration.value, results)
    const work = startRecurringWork(() => jobs.run(new Date(), jobFailed), halfMinute, jobFailed)
    const backups = nightly.value?.(
      (code) => options.logLine(`${JSON.stringify({ level: 50, code })}\n`),
      jobFailed,
    )
    const watching = room
    const stop = async (): Promise<void> => {
      await backups?.stop()
      await work.stop()
      jobs.close()
      await watching.stop()
      await app.close()
      await begun.value.stop()
      await started.value.stop()
    }
    return {
      ok: true,
      value: { address: configuration.value.publicOrigin ?? addressOf(options.host, listening), stop },
    }
  } catch (error) {
    if (await start.isOver()) {
      await room?.stop()
      await sealing?.stop()
      return notServing
    }
    await room?.stop()
    await sealing?.stop()
    await started.value.stop()
    throw error
  }
}

const notServing = { ok: true, value: undefined } as const

/** Ends the database under whatever the start is doing; half-made demo data is one transaction and so is none. */
function stoppable(database: StartedDatabase, told: Promise<void>): { isOver(): Promise<boolean> } {
  let begun = true
  let ending: Promise<void> | undefined
  const end = async (): Promise<void> => {
    await told
    if (begun) ending = database.abandon()
  }
  void end()
  return {
    /** Asked once, when the start is through or has failed. */
    async isOver() {
      begun = false
      await ending
      return ending !== undefined
    },
  }
}

async function prepareData(
  { database }: StartedDatabase,
  options: ServeOptions,
): Promise<Problem | undefined> {
  const kind = await dataKind(database)
  const problem = wrongMode(kind, options.demo)
  if (problem === undefined && kind === 'empty' && options.demo)
    await seedDemo(database, danishDay(new Date()), options.progress)
  return problem
}

function addressOf(host: string, { port }: AddressInfo): string {
  if (host === '0.0.0.0' || host === '::' || loopbackHosts.has(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
