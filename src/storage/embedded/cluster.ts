import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { PostgresBinaries } from './binaries.ts'
import { largeObjectFunctions } from '../app-role.ts'
import { clusterUrl, type Postmaster } from './postmaster.ts'
import type { Secrets } from './secrets.ts'
import { asUser, userCan, type SystemUser } from './system-user.ts'

const run = promisify(execFile)

/** Where PGDATA lies: in the data folder, or below `outside` when the user who runs PostgreSQL cannot enter it. */
export async function placeCluster(
  folder: string,
  user: SystemUser | undefined,
  outside: string,
  name: string,
): Promise<string> {
  if (user === undefined) return join(folder, 'postgres')
  const outer = join(outside, 'clusters', name)
  // Once made outside it stays there, even when the data folder can be entered later.
  if ((await majorOf(join(outer, 'postgres'))) !== undefined) return join(outer, 'postgres')
  await chown(folder, user.uid, user.gid)
  if (await userCan(user, '-w', folder)) return join(folder, 'postgres')
  await chown(folder, 0, 0)
  await mkdir(outer, { recursive: true, mode: 0o755 })
  await chown(outer, user.uid, user.gid)
  return join(outer, 'postgres')
}

/** Major version of the cluster in a folder (its file PG_VERSION), or undefined where none is. */
export async function majorOf(data: string): Promise<string | undefined> {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text?.trim()
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a kill leaves none half-made. */
export async function makeCluster(
  data: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  superuserPassword: string,
): Promise<void> {
  const parent = dirname(data)
  for (const name of await readdir(parent)) {
    if (name.startsWith('postgres.new-')) await rm(join(parent, name), { recursive: true, force: true })
  }
  const fresh = join(parent, `postgres.new-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${fresh}.password`
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  if (user !== undefined) {
    await chown(fresh, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
      ],
      { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...asUser(user) },
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(fresh, data)
}

/** Roles and database, as a database administrator would make them on a server of one's own. */
export async function prepareCluster({ port }: Postmaster, secrets: Secrets): Promise<void> {
  await asSuperuser(port, secrets, 'postgres', async (client) => {
    await prepareRoles(client, secrets)
    const { rowCount } = await client.query("select from pg_database where datname = 'tilsyn'")
    if (rowCount === 0) await client.query('create database tilsyn owner tilsyn_owner')
    await client.query('alter role tilsyn_app in database tilsyn reset all')
    // For `tilsyn purge`, which leaves nothing in the write-ahead log.
    await client.query('grant pg_checkpoint to tilsyn_owner')
  })
  await asSuperuser(port, secrets, 'tilsyn', (client) =>
    client.query('grant execute on function pg_switch_wal() to tilsyn_owner').then(() => undefined),
  )
  await asSuperuser(port, secrets, 'tilsyn', closeLargeObjects)
}

async function asSuperuser(
  port: number,
  secrets: Secrets,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: clusterUrl(port, 'postgres', secrets.superuser, database) })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/**
 * The two roles, with these passwords. `client` may make roles. A role can change its own password and settings, so
 * injected SQL could have: both are set anew.
 */
export async function prepareRoles(
  client: Client,
  passwords: { readonly owner: string; readonly app: string },
): Promise<void> {
  for (const [role, password] of [
    ['tilsyn_owner', passwords.owner],
    ['tilsyn_app', passwords.app],
  ] as const) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    const verb = rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`)
    await client.query(`alter role ${role} reset all`)
  }
}

/** Takes the large objects of this database from everyone; `client` is a superuser's, the owner's cannot. */
export async function closeLargeObjects(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select f.oid::regprocedure::text as name from (${largeObjectFunctions}) f where has_function_privilege('tilsyn_app', f.oid, 'execute')`,
  )
  if (rows.length > 0)
    await client.query(
      `revoke execute on function ${rows.map(({ name }) => name).join(', ')} from public, tilsyn_app`,
    )
}
