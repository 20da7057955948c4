import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { accepts, clusterUrl } from './postmaster.ts'
import { readOrMakeSecrets } from './secrets.ts'

export interface RunningServer {
  readonly ownerUrl: string
  /** Hex. */
  readonly claimKey: string
  /** Hex. */
  readonly personalKey: string
}

/**
 * The server that another program has started on this data folder, for whoever may read its secrets; undefined when none
 * answers. Nothing is touched: that program goes on with it, and may end it.
 */
export async function findRunningServer(folder: string, outside: string): Promise<RunningServer | undefined> {
  const place = resolve(folder)
  const written = await readFile(join(place, 'secrets.json'), 'utf8').catch(() => undefined)
  if (written === undefined) return undefined
  const secrets = await readOrMakeSecrets(place)
  for (const data of [join(place, 'postgres'), join(outside, 'clusters', secrets.cluster, 'postgres')]) {
    const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
    // PostgreSQL, miscadmin.h: line 4 is the port.
    const port = Number(text.split('\n')[3])
    if (!Number.isInteger(port) || port <= 0 || !(await accepts(port, secrets.superuser))) continue
    return {
      ownerUrl: clusterUrl(port, 'tilsyn_owner', secrets.owner, 'tilsyn'),
      claimKey: secrets.claimKey,
      personalKey: secrets.personalKey,
    }
  }
  return undefined
}
