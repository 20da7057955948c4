import { execFile } from 'node:child_process'
import { access, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterUrl, startPostmaster, stopPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { asUser, postgresUser } from '../../src/storage/embedded/system-user.ts'

const run = promisify(execFile)

/** Where Debian and its descendants put PostgreSQL, one folder per major version. */
const distributionFolder = '/usr/lib/postgresql'
const oldest = 15

export type SystemPostgres =
  | { readonly ok: true; readonly version: string; readonly url: string; stop(): Promise<void> }
  | { readonly ok: false; readonly reason: string }

/** A scratch server from the PostgreSQL that this machine's distribution installed, the oldest that is supported. */
export async function startSystemPostgres(): Promise<SystemPostgres> {
  const versions = (await readdir(distributionFolder).catch(() => []))
    .filter((name) => /^\d+$/.test(name) && Number(name) >= oldest)
    .sort((a, b) => Number(a) - Number(b))
  const [version] = versions
  if (version === undefined) return { ok: false, reason: `no PostgreSQL ${oldest} or newer is installed` }
  const bin = join(distributionFolder, version, 'bin')
  try {
    await Promise.all(['initdb', 'postgres'].map((name) => access(join(bin, name))))
  } catch {
    return { ok: false, reason: `PostgreSQL ${version} has no server here` }
  }
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-system-postgres-'))
  const user = await postgresUser()
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  await mkdir(data, { mode: 0o700 })
  await writeFile(passwordFile, 'scratch', { mode: 0o600 })
  if (user !== undefined) {
    for (const path of [folder, data, passwordFile]) await chown(path, user.uid, user.gid)
  }
  await run(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ],
    { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...asUser(user) },
  )
  const postmaster = await startPostmaster({
    binaries: { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version },
    user,
    data,
    log: join(folder, 'postgres.log'),
    superuserPassword: 'scratch',
  })
  return {
    ok: true,
    version,
    url: clusterUrl(postmaster.port, 'postgres', 'scratch', 'postgres'),
    async stop() {
      await stopPostmaster(postmaster)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
