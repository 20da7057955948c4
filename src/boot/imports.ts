import { importOutcome, type ImportOutcome } from '../app/registry/import-outcome.ts'
import { municipalityOf } from '../app/access/municipality-of.ts'
import type { ImportFile } from '../app/registry/preview-import.ts'
import type { Checked } from '../core/language/problem.ts'
import { databaseConfiguration } from './configuration.ts'
import { startDatabase } from './database.ts'

export interface ImportWhere {
  readonly data: string | undefined
  readonly municipality: string | undefined
}

/** What `tilsyn import` does, in a database opened for it and closed after it. */
export async function importInto(
  { data, municipality }: ImportWhere,
  file: ImportFile,
  choice: { readonly confirm: boolean; readonly withoutRefused: boolean },
): Promise<Checked<ImportOutcome>> {
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
  const { database, personalKey, stop } = started.value
  try {
    const found = await municipalityOf(database, municipality)
    if (!found.ok) return found
    const actor = { municipalityId: found.value, personId: null }
    return await importOutcome({ database, actor, personalKey }, file, choice)
  } finally {
    await stop()
  }
}
