import { municipalityOf } from '../app/access/municipality-of.ts'
import type { Checked } from '../core/language/problem.ts'
import type { Actor, Database } from '../storage/transaction.ts'
import { databaseConfiguration } from './configuration.ts'
import { startDatabase } from './database.ts'

/** Which database and municipality a command means, as far as it was told. */
export interface Where {
  readonly data: string | undefined
  readonly municipality: string | undefined
}

/** Does a command's work in the configured database, opened for it and closed after it. */
export async function withDatabase<T>(
  { data }: Where,
  work: (database: Database) => Promise<Checked<T>>,
): Promise<Checked<T>> {
  const wanted = databaseConfiguration(
    data === undefined ? process.env : { ...process.env, TILSYN_DATA: data },
  )
  if (!wanted.ok) return wanted
  const started = await startDatabase(wanted.value, {
    now: Date.now,
    log: () => undefined,
    onLost: () => undefined,
  })
  if (!started.ok) return started
  try {
    return await work(started.value.database)
  } finally {
    await started.value.stop()
  }
}

/** As `withDatabase`, for the municipality that is meant. The program itself acts: whoever runs it can reach the database. */
export async function inMunicipality<T>(
  where: Where,
  work: (database: Database, actor: Actor) => Promise<Checked<T>>,
): Promise<Checked<T>> {
  return withDatabase(where, async (database) => {
    const municipality = await municipalityOf(database, where.municipality)
    if (!municipality.ok) return municipality
    return work(database, { municipalityId: municipality.value, personId: null })
  })
}
