import { chmod, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Checked, Problem } from '../../core/language/problem.ts'
import { findPackage, reachableBinaries } from './binaries.ts'
import { majorOf, makeCluster, placeCluster, prepareCluster } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import {
  accepts,
  clusterUrl,
  findPostmaster,
  startPostmaster,
  stopPostmaster,
  type Cluster,
  type Postmaster,
} from './postmaster.ts'
import { isAlive } from './process-identity.ts'
import { beginPersonalKey, endPersonalKey, readOrMakeSecrets } from './secrets.ts'
import { folderInUse, folderUnusable, noBinaries, otherMajor, serverLost } from './server-problems.ts'
import { postgresUser } from './system-user.ts'

export interface EmbeddedOptions {
  readonly folder: string
  /** Where root puts binaries and cluster when PostgreSQL's user cannot enter `folder` or the program's own. */
  readonly outside: string
  /** The server died and could not be started again; the program must end. */
  readonly onLost: (problem: Problem) => void
}

export interface EmbeddedServer {
  readonly port: number
  readonly pid: number
  readonly data: string
  /** True when the server was already running. */
  readonly adopted: boolean
  readonly ownerUrl: string
  readonly appUrl: string
  /** Hex. */
  readonly claimKey: string
  /** Hex. */
  readonly personalKey: string
  /** Hex; while numbers are being encrypted anew. */
  readonly oldPersonalKeys: readonly string[]
  /** Makes a new personal key, or goes on with a change that was begun; see `beginPersonalKey`. */
  beginPersonalKey(): Promise<{ readonly personalKey: string; readonly oldPersonalKeys: readonly string[] }>
  endPersonalKey(): Promise<void>
  stop(): Promise<void>
}

/** Starts this folder's own PostgreSQL, or adopts it when it still runs since our process was killed. */
export async function startEmbedded({
  folder,
  outside,
  onLost,
}: EmbeddedOptions): Promise<Checked<EmbeddedServer>> {
  const refuse = (problem: Problem): Checked<never> => ({ ok: false, problems: [problem] })
  const found = await findPackage()
  if (found === undefined) return refuse(noBinaries(process.platform, process.arch))
  let place: string
  try {
    await makeFolder(resolve(folder), 0o700)
    await chmod(folder, 0o700)
    place = await realpath(folder)
  } catch (error) {
    return refuse(folderUnusable(folder, error))
  }
  const lock = await lockFolder(place)
  if ('heldBy' in lock) return refuse(folderInUse(folder, lock.heldBy))
  try {
    const secrets = await readOrMakeSecrets(place)
    const user = await postgresUser()
    const binaries = await reachableBinaries(found, user, outside)
    const data = await placeCluster(place, user, outside, secrets.cluster)
    const major = await majorOf(data)
    if (major !== undefined && major !== binaries.major) {
      await lock.release()
      return refuse(otherMajor(folder, major, binaries.major))
    }
    if (major === undefined) await makeCluster(data, binaries, user, secrets.superuser)
    const cluster: Cluster = {
      binaries,
      user,
      data,
      log: join(dirname(data), 'postgres.log'),
      superuserPassword: secrets.superuser,
    }
    const running = await adoptable(cluster)
    const postmaster = running ?? (await startPostmaster(cluster))
    await prepareCluster(postmaster, secrets)
    const watch = watchPostmaster(cluster, postmaster, () => onLost(serverLost(cluster.log)))
    return {
      ok: true,
      value: {
        ...postmaster,
        data,
        adopted: running !== undefined,
        ownerUrl: clusterUrl(postmaster.port, 'tilsyn_owner', secrets.owner, 'tilsyn'),
        appUrl: clusterUrl(postmaster.port, 'tilsyn_app', secrets.app, 'tilsyn'),
        claimKey: secrets.claimKey,
        personalKey: secrets.personalKey,
        oldPersonalKeys: secrets.oldPersonalKeys ?? [],
        async beginPersonalKey() {
          const { personalKey, oldPersonalKeys = [] } = await beginPersonalKey(place)
          return { personalKey, oldPersonalKeys }
        },
        endPersonalKey: () => endPersonalKey(place),
        async stop() {
          await stopPostmaster(await watch.end())
          await lock.release()
        },
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function adoptable(cluster: Cluster): Promise<Postmaster | undefined> {
  const found = await findPostmaster(cluster)
  if (found === undefined) return undefined
  const deadline = performance.now() + 30_000
  // It may still be recovering from a crash, or be on its way out.
  while (performance.now() < deadline) {
    if (await accepts(found.port, cluster.superuserPassword)) return found
    if (!(await isAlive(found.pid))) return undefined
    await pause(100)
  }
  throw new Error(`process ${found.pid} holds the data folder ${cluster.data} but does not let us in`)
}

/** At most this many restarts; a server that keeps dying needs a person. */
const restarts = 3

/** Starts the server again on its old port when it dies, e.g. by a kill; our pool then connects anew. */
function watchPostmaster(
  cluster: Cluster,
  first: Postmaster,
  onLost: () => void,
): { end(): Promise<Postmaster> } {
  let current = first
  let restarted = 0
  let ended = false
  const look = async (): Promise<void> => {
    if (await isAlive(current.pid)) return
    try {
      if (restarted === restarts) throw new Error('too many restarts')
      restarted += 1
      current = await startPostmaster(cluster, first.port)
    } catch {
      clearInterval(timer)
      if (!ended) onLost()
    }
  }
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined))
  }, 250)
  timer.unref()
  return {
    async end() {
      ended = true
      clearInterval(timer)
      // A server that is just being started again must be stopped too.
      await looking
      return current
    },
  }
}
