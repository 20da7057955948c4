import { hkdfSync } from 'node:crypto'
import type { DraftSecret } from '../app/review/draft-keys.ts'
import { findPersonalKey, type PersonalKey } from '../app/registry/personal-key.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { appRoleProblem } from '../storage/app-role.ts'
import { findClaimKey, type ClaimKey } from '../storage/claim.ts'
import { openDatabase } from '../storage/database.ts'
import { startEmbedded, type EmbeddedServer } from '../storage/embedded/server.ts'
import { listMigrations, migrate } from '../storage/migrator.ts'
import { connectionCode, createPool } from '../storage/pool.ts'
import type { Database } from '../storage/transaction.ts'
import type { DatabaseConfiguration } from './configuration.ts'

/** Connections of the app; PostgreSQL's own default allows 100 in all. */
const poolSize = 10

/** Where root keeps what PostgreSQL's user must reach; the place of variable data that outlives a restart (FHS 5.8). */
export const outsideFolder = '/var/lib/tilsyn'

export interface DatabaseEvents {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The database is gone for good: print the problem and end the program. */
  readonly onLost: (problem: Problem) => void
  /** Hears codes, never data. */
  readonly log: (code: string) => void
}

type EmbeddedParts = 'port' | 'pid' | 'data' | 'adopted' | 'beginPersonalKey' | 'endPersonalKey'

export interface StartedDatabase {
  readonly database: Database
  readonly personalKey: PersonalKey | undefined
  readonly draftSecret: DraftSecret
  /** The program's own server, when there is one. */
  readonly embedded: Pick<EmbeddedServer, EmbeddedParts> | undefined
  /** Closes all connections, then ends the program's own server. Await it before the process exits. */
  readonly stop: () => Promise<void>
  /** The same, not waiting for what is under way. */
  readonly abandon: () => Promise<void>
}

/**
 * The database that the configuration names, ready for use: the program's own server is started or adopted and
 * migrated; a server of one's own is only checked, because migrating it takes the owner's login (`tilsyn migrate`).
 */
export async function startDatabase(
  configuration: DatabaseConfiguration,
  events: DatabaseEvents,
): Promise<Checked<StartedDatabase>> {
  if (configuration.kind === 'server') return connect(configuration.url, configuration, events, undefined)
  const started = await startEmbedded({ outside: outsideFolder, ...configuration, onLost: events.onLost })
  if (!started.ok) return started
  const server = started.value
  try {
    const claimKey = embeddedClaimKey(server)
    const migrated = await migrate(server.ownerUrl, claimKey, await listMigrations())
    const connected = migrated.ok
      ? await connect(
          server.appUrl,
          { claimKey, personalKey: findPersonalKey(server.personalKey, server.oldPersonalKeys) },
          events,
          server,
        )
      : migrated
    if (!connected.ok) await server.stop()
    return connected
  } catch (error) {
    await server.stop()
    throw error
  }
}

interface Keys {
  readonly claimKey: ClaimKey
  readonly personalKey: PersonalKey | undefined
}

async function connect(
  url: string,
  { claimKey, personalKey }: Keys,
  events: DatabaseEvents,
  server: EmbeddedServer | undefined,
): Promise<Checked<StartedDatabase>> {
  const pool = createPool(url, poolSize, events.log)
  let problem: Problem | undefined
  try {
    problem = await appRoleProblem(pool, await listMigrations(), claimKey, events.now())
  } catch (error) {
    problem = unreachable(connectionCode(error))
  }
  if (problem !== undefined) {
    await pool.end()
    return { ok: false, problems: [problem] }
  }
  const database = openDatabase({ pool, claimKey, now: events.now })
  return {
    ok: true,
    value: {
      database,
      personalKey,
      draftSecret: draftSecretOf(claimKey),
      embedded:
        server === undefined
          ? undefined
          : {
              port: server.port,
              pid: server.pid,
              data: server.data,
              adopted: server.adopted,
              beginPersonalKey: () => server.beginPersonalKey(),
              endPersonalKey: () => server.endPersonalKey(),
            },
      async stop() {
        await database.close()
        await server?.stop()
      },
      async abandon() {
        await Promise.all([database.close(), server?.stop()])
      },
    },
  }
}

/** Brings the configured database to the newest schema; returns the files applied now. */
export async function migrateDatabase(
  configuration: DatabaseConfiguration,
  events: DatabaseEvents,
): Promise<Checked<readonly string[]>> {
  const files = await listMigrations()
  if (configuration.kind === 'server') {
    if (configuration.ownerUrl === undefined) return { ok: false, problems: [ownerUrlMissing] }
    try {
      return await migrate(configuration.ownerUrl, configuration.claimKey, files)
    } catch (error) {
      const code = connectionCode(error)
      if (/^(?:28...|3D000|08...|57P0.|E[A-Z]+)$/.test(code))
        return { ok: false, problems: [unreachable(code)] }
      throw error
    }
  }
  const started = await startEmbedded({ outside: outsideFolder, ...configuration, onLost: events.onLost })
  if (!started.ok) return started
  try {
    return await migrate(started.value.ownerUrl, embeddedClaimKey(started.value), files)
  } finally {
    await started.value.stop()
  }
}

/** Of the claim key, so that there is no further key to keep; a key for one purpose tells nothing of the other. */
function draftSecretOf({ bytes }: ClaimKey): DraftSecret {
  return { bytes: Buffer.from(hkdfSync('sha256', bytes, '', 'tilsyn draft secret', 32)) }
}

export function embeddedClaimKey({ claimKey }: EmbeddedServer): ClaimKey {
  const key = findClaimKey(claimKey)
  if (key === undefined) throw new Error('secrets.json of the data folder holds no usable claim key')
  return key
}

export const ownerUrlMissing: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Indstillingen DATABASE_OWNER_URL mangler: databasen opdateres af rollen tilsyn_owner. Se docs/database.md.',
    en: 'The setting DATABASE_OWNER_URL is missing: the database is migrated by the role tilsyn_owner. See docs/database.md.',
  },
}

export function unreachable(code: string): Problem {
  return {
    code: 'database-unreachable',
    text: {
      da: `Der er ingen forbindelse til databasen (${code}). Se efter adresse, rolle og adgangskode, og at serveren kører.`,
      en: `There is no connection to the database (${code}). Check address, role and password, and that the server runs.`,
    },
  }
}
