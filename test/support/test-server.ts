import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { findClaimKey } from '../../src/storage/claim.ts'
import { closeLargeObjects, prepareRoles } from '../../src/storage/embedded/cluster.ts'
import { startEmbedded } from '../../src/storage/embedded/server.ts'
import { readOrMakeSecrets } from '../../src/storage/embedded/secrets.ts'
import { clusterUrl } from '../../src/storage/embedded/postmaster.ts'
import { listMigrations, migrate } from '../../src/storage/migrator.ts'

export interface TestServer {
  readonly superUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly claimKey: string
  /** A migrated database that tests copy. */
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

interface RunningServer {
  readonly server: TestServer
  readonly stop: () => Promise<void>
}

/** Vitest loads this module anew for each project, in one process. */
const shared = globalThis as {
  tilsynTestServer?: { readonly running: Promise<RunningServer>; users: number }
}

/**
 * One PostgreSQL for all projects of a test run, with one template and one demo: `TEST_DATABASE_URL` (a superuser's
 * address of a scratch server) when given, else the program's own in a temporary folder. It stops with its last project.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const held = (shared.tilsynTestServer ??= {
    running: given === undefined || given === '' ? embedded() : scratch(given),
    users: 0,
  })
  held.users += 1
  const { server, stop } = await held.running
  project.provide('postgres', server)
  return async () => {
    held.users -= 1
    if (held.users > 0) return
    delete shared.tilsynTestServer
    await stop()
  }
}

async function embedded(): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-test-'))
  const started = await startEmbedded({
    folder,
    outside: `${folder}-outside`,
    onLost: (problem) => {
      throw new Error(problem.text.en)
    },
  })
  if (!started.ok) throw new Error(started.problems[0]?.text.en)
  const { value } = started
  const { superuser } = await readOrMakeSecrets(folder)
  const server = {
    superUrl: clusterUrl(value.port, 'postgres', superuser, 'postgres'),
    ownerUrl: value.ownerUrl,
    appUrl: value.appUrl,
    claimKey: value.claimKey,
  }
  return {
    server: { ...server, template: await makeTemplate(server) },
    stop: async () => {
      await value.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(`${folder}-outside`, { recursive: true, force: true })
    },
  }
}

async function scratch(superUrl: string): Promise<RunningServer> {
  // Roles belong to the server: a later run on it must not lock out an earlier one.
  const password = (role: string) => createHash('sha256').update(`${superUrl} ${role}`).digest('hex')
  const passwords = { owner: password('owner'), app: password('app') }
  const client = new Client({ connectionString: superUrl })
  await client.connect()
  await prepareRoles(client, passwords).finally(() => client.end())
  const server = {
    superUrl,
    ownerUrl: asRole(superUrl, 'tilsyn_owner', passwords.owner),
    appUrl: asRole(superUrl, 'tilsyn_app', passwords.app),
    claimKey: randomBytes(32).toString('hex'),
  }
  const template = await makeTemplate(server)
  return {
    server: { ...server, template },
    stop: async () => {
      const last = new Client({ connectionString: superUrl })
      await last.connect()
      try {
        // The template of the demo is named after it.
        const { rows } = await last.query<{ name: string }>(
          'select datname as name from pg_database where starts_with(datname, $1)',
          [template],
        )
        for (const { name } of rows) await last.query(`drop database ${name} with (force)`)
      } finally {
        await last.end()
      }
    },
  }
}

async function makeTemplate(server: Omit<TestServer, 'template'>): Promise<string> {
  const template = `tilsyn_template_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: server.superUrl })
  await client.connect()
  await client
    .query(`create database ${template} owner tilsyn_owner template template0 encoding 'UTF8'`)
    .then(() => forgoDurability(client))
    .finally(() => client.end())
  const inTemplate = new Client({ connectionString: onDatabase(server.superUrl, template) })
  await inTemplate.connect()
  await closeLargeObjects(inTemplate).finally(() => inTemplate.end())
  const claimKey = findClaimKey(server.claimKey)
  if (claimKey === undefined) throw new Error('no claim key')
  const migrated = await migrate(onDatabase(server.ownerUrl, template), claimKey, await listMigrations())
  if (!migrated.ok) throw new Error(migrated.problems[0]?.text.en)
  return template
}

/**
 * The server goes when the tests are over, and nothing pulls its plug meanwhile: waiting for the disk proves nothing. What a
 * killed database keeps is tested in test/faults, on servers with the settings we ship.
 */
async function forgoDurability(client: Client): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.href
}
