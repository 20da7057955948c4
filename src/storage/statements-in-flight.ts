import {
  Kysely,
  PostgresDialect,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type KyselyProps,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables/tables.ts'

/** Kysely on one connection of the pool. */
export type KyselyOnClient = (client: pg.PoolClient) => Kysely<Tables>

/**
 * Makes Kyselys whose statements are sent at once, each behind the one before, also while that one has no answer yet;
 * PostgreSQL carries them out in this order. Kysely's own transactions wait for each answer before they send the next,
 * and on a busy machine the waiting costs more than the statements.
 */
export function statementsInFlight(pool: pg.Pool): {
  readonly db: Kysely<Tables>
  readonly on: KyselyOnClient
} {
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Tables>({ dialect })
  const props: Omit<KyselyProps, 'executor'> = {
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
  }
  const on = (client: pg.PoolClient): Kysely<Tables> => {
    const connection = new ClientConnection(client)
    const provider: ConnectionProvider = { provideConnection: (use) => use(connection) }
    return new Kysely<Tables>({ ...props, executor: db.getExecutor().withConnectionProvider(provider) })
  }
  return { db, on }
}

const counting = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#client.query<R & pg.QueryResultRow>(sql, [...parameters])
    return { rows, ...(counting.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  }

  streamQuery(): never {
    throw new Error('rows in portions are not sent among other statements')
  }
}
