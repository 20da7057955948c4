import type { ReachOf } from '../../../src/core/access/permissions.ts'
import type { MunicipalityId } from '../../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { createTestServer, type TestServer } from '../server.ts'
import { addExtraThings } from './extra-things.ts'
import { makeForeignTwin } from './foreign-twin.ts'
import { findIdentities } from './identities.ts'
import { listCells, type Cell } from './matrix.ts'
import { rolledBack } from './rolled-back.ts'
import { listThings } from './things.ts'

export interface Matrix {
  readonly held: TestDatabase
  /** Keeps nothing of what is written. */
  readonly server: TestServer
  readonly cells: readonly Cell[]
  readonly municipality: MunicipalityId
  readonly twin: MunicipalityId
  /** Another server on the same database, which asks for rights in another way. */
  serverWith(reachOf: ReachOf): Promise<TestServer>
  close(): Promise<void>
}

/** The demo's municipality, its like beside it, people of every role signed in, and every call to make. */
export async function openMatrix(): Promise<Matrix> {
  const held = await createTestDatabase({ demo: true })
  const { rows } = await held.superPool.query<{ id: MunicipalityId }>(
    'select municipality_id as id from municipality where demo',
  )
  const [{ id: municipality } = { id: held.first.municipalityId }] = rows
  await addExtraThings(held.superPool, municipality)
  const signingIn = await createTestServer(held.database, { demo: true })
  const servers = [signingIn]
  const identities = await findIdentities(signingIn, held.superPool, municipality)
  const twin = await makeForeignTwin(held.superPool, municipality)
  await held.superPool.query('analyze')
  const serverWith = async (reachOf?: ReachOf): Promise<TestServer> => {
    const made = await createTestServer(rolledBack(held.database), {
      ...(reachOf !== undefined && { reachOf }),
    })
    servers.push(made)
    return made
  }
  const server = await serverWith()
  const things = await listThings(held.superPool, municipality)
  return {
    held,
    server,
    cells: await listCells(server.routes, things, identities),
    municipality,
    twin,
    serverWith,
    async close() {
      for (const each of servers) await each.app.close()
      await held.close()
    },
  }
}
