import { hkdfSync } from 'node:crypto'
import { findPersonalKey, type PersonalKey } from '../app/registry/personal-key.ts'
import type { Checked } from '../core/language/problem.ts'
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
