// Writes migrations/schema.sql: `node test/migrations/write-schema.ts`, after every new migration.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { findClaimKey } from '../../src/storage/claim.ts'
import { startEmbedded } from '../../src/storage/embedded/server.ts'
import { listMigrations, migrate } from '../../src/storage/migrator.ts'
import { dumpSchema } from '../support/schema-dump.ts'

const folder = await mkdtemp(join(tmpdir(), 'tilsyn-schema-'))
const started = await startEmbedded({ folder, outside: `${folder}-outside`, onLost: () => undefined })
if (!started.ok) throw new Error(started.problems[0]?.text.en)
const server = started.value
try {
  const claimKey = findClaimKey(server.claimKey)
  if (claimKey === undefined) throw new Error('no claim key')
  const migrated = await migrate(server.ownerUrl, claimKey, await listMigrations())
  if (!migrated.ok) throw new Error(migrated.problems[0]?.text.en)
  const client = new Client({ connectionString: server.ownerUrl })
  await client.connect()
  const text = await dumpSchema(client).finally(() => client.end())
  await writeFile(new URL('../../migrations/schema.sql', import.meta.url), text)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  await rm(`${folder}-outside`, { recursive: true, force: true })
}
