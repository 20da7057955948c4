import { spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresBinaries } from './binaries.ts'
import { commandOf, isAlive } from './process-identity.ts'
import { asUser, type SystemUser } from './system-user.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

export interface Cluster {
  readonly binaries: PostgresBinaries
  readonly user: SystemUser | undefined
  /** PGDATA */
  readonly data: string
  /** File that the server's own messages are appended to. */
  readonly log: string
  readonly superuserPassword: string
}

/** Loopback only; every other setting that matters for safety (fsync, full_page_writes) stays at its safe default. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',
  // Of a refused statement neither its text nor the row or key that it was refused for.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // A segment that is used again keeps what was written to it before, also of cases that are erased since.
  wal_recycle: 'off',
}

/** The server that runs on this data folder already, e.g. since our last process was killed. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = join(cluster.data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  // PostgreSQL, miscadmin.h: line 1 is the process id, line 4 the port.
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!(await isAlive(pid)) || !(await commandOf(pid)).includes('postgres')) {
    // Left by a crash; the id may meanwhile be another program's, which would keep PostgreSQL from starting.
    await rm(file, { force: true })
    return undefined
  }
  return { pid, port }
}

/** Starts the server, on `port` if given, and resolves when it accepts connections. */
export async function startPostmaster(cluster: Cluster, port?: number): Promise<Postmaster> {
  // A port can be lost to another program between finding it free and listening on it; and after a kill of the main
  // process the old workers hold the shared memory for a moment.
  let failure: unknown
  for (let attempt = 0; attempt < 8; attempt++) {
    try {
      return await startOnce(cluster, port ?? (await freePort()))
    } catch (error) {
      failure = error
      await pause(250 * (attempt + 1))
    }
  }
  throw new Error(`PostgreSQL did not start; its messages are in ${cluster.log}`, { cause: failure })
}

async function startOnce(cluster: Cluster, port: number): Promise<Postmaster> {
  const log = await open(cluster.log, 'a', 0o600)
  try {
    const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    // Detached: Ctrl-C reaches our process only, which then ends the server in order.
    const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...options], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { LC_ALL: 'C', TZ: 'UTC' },
      ...asUser(cluster.user),
    })
    let gone: string | undefined
    child.on('error', (error) => (gone = error.message))
    child.on('exit', (code, signal) => (gone = `exit ${code ?? signal}`))
    child.unref()
    const deadline = performance.now() + 60_000
    while (performance.now() < deadline) {
      if (gone !== undefined || child.pid === undefined) throw new Error(gone ?? 'not spawned')
      if (await accepts(port, cluster.superuserPassword)) return { pid: child.pid, port }
      await pause(50)
    }
    throw new Error('no answer within a minute')
  } finally {
    await log.close()
  }
}

/** True when this server answers and lets our superuser in, i.e. is ours. */
export async function accepts(port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: clusterUrl(port, 'postgres', password, 'postgres'),
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Ends the server in order: open transactions are rolled back, the rest is written out. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  const deadline = performance.now() + 30_000
  while (await isAlive(pid)) {
    if (performance.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) does not end`)
    await pause(50)
  }
}

export function clusterUrl(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() =>
      typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
    )
  })
  return promise
}
