import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** In this order: the distribution's own user for PostgreSQL, else one made for this program. */
const names = { distribution: 'postgres', own: 'tilsyn-postgres' }

/**
 * The user to run PostgreSQL as; undefined when that is simply the one we are. PostgreSQL refuses to run as root, so
 * root lends it another user and makes one where there is none.
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = (await findUser(names.distribution)) ?? (await findUser(names.own))
  if (found !== undefined) return found
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    names.own,
  ])
  const made = await findUser(names.own)
  if (made === undefined) throw new Error(`the system user ${names.own} was made but is not found`)
  return made
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** What `spawn` needs to run something as that user, without this process's own groups. */
export function asUser(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/** Whether the user passes `test FLAG PATH`, e.g. `-x` for entering a folder; asked of the system, not derived from modes. */
export async function userCan(
  user: SystemUser | undefined,
  flag: '-r' | '-w' | '-x',
  path: string,
): Promise<boolean> {
  try {
    await run('test', [flag, path], { cwd: '/', ...asUser(user) })
    return true
  } catch {
    return false
  }
}
