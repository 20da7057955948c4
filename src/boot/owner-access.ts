import { hkdfSync } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { findPersonalKey, type PersonalKey } from '../app/registry/personal-key.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { findClaimKey, type ClaimKey } from '../storage/claim.ts'
import { findRunningServer } from '../storage/embedded/running-server.ts'
import { startEmbedded } from '../storage/embedded/server.ts'
import { connectionCode } from '../storage/pool.ts'
import type { DatabaseConfiguration } from './configuration.ts'
import { embeddedClaimKey, outsideFolder, ownerUrlMissing, unreachable } from './database.ts'

export interface OwnerAccess {
  readonly ownerUrl: string
  readonly claimKey: ClaimKey
  readonly personalKey: PersonalKey | undefined
}

/**
 * Does work that takes the owner's login. The program's own server is started for it and ended after it; with
 * `whileServing` one that a server is using at the moment will do as well.
 */
export async function asOwner<T>(
  configuration: DatabaseConfiguration,
  whileServing: boolean,
  work: (access: OwnerAccess) => Promise<Checked<T>>,
): Promise<Checked<T>> {
  if (configuration.kind === 'server') {
    const { ownerUrl, claimKey, personalKey } = configuration
    if (ownerUrl === undefined) return { ok: false, problems: [ownerUrlMissing] }
    try {
      return await work({ ownerUrl, claimKey, personalKey })
    } catch (error) {
      const code = connectionCode(error)
      if (/^(?:28...|3D000|08...|57P0.|ECONN[A-Z]+|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT)$/.test(code))
        return { ok: false, problems: [unreachable(code)] }
      throw error
    }
  }
  if (whileServing) {
    const running = await findRunningServer(configuration.folder, configuration.outside ?? outsideFolder)
    if (running !== undefined) {
      const claimKey = findClaimKey(running.claimKey)
      if (claimKey === undefined) throw new Error('secrets.json of the data folder holds no usable claim key')
      return work({
        ownerUrl: running.ownerUrl,
        claimKey,
        personalKey: findPersonalKey(running.personalKey),
      })
    }
  }
  const started = await startEmbedded({
    outside: outsideFolder,
    ...configuration,
    onLost: () => undefined,
  })
  if (!started.ok) return started
  const server = started.value
  try {
    return await work({
      ownerUrl: server.ownerUrl,
      claimKey: embeddedClaimKey(server),
      personalKey: findPersonalKey(server.personalKey),
    })
  } finally {
    await server.stop()
  }
}

/** Tells whether two keys are the same, and nothing else about them. */
export function personalKeyCheck(key: PersonalKey | undefined): string | null {
  if (key === undefined) return null
  return Buffer.from(hkdfSync('sha256', key.bytes, '', 'tilsyn personal key check', 16)).toString('hex')
}

/** What is wrong when there is no database in the folder: starting one of our own would make it. */
export async function missingData(database: DatabaseConfiguration): Promise<Problem | undefined> {
  const isThere =
    database.kind !== 'embedded' || (await stat(database.folder).catch(() => undefined)) !== undefined
  return isThere ? undefined : noData(database.folder)
}

function noData(folder: string): Problem {
  return {
    code: 'no-data-folder',
    text: {
      da: 'Der er ingen database i mappen. Angiv den rigtige med --data, eller din egen server med DATABASE_URL.',
      en: 'There is no database in the folder. Give the right one with --data, or your own server with DATABASE_URL.',
    },
    at: { file: folder },
  }
}
