import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checked } from '../core/language/problem.ts'
import { publicKeyFile } from '../storage/access/seal/heads-folder.ts'
import { restoreBackup, type RestoredBackup } from '../storage/backup/restore-backup.ts'
import { makeFolder } from '../storage/embedded/make-folder.ts'
import { listMigrations } from '../storage/migrator.ts'
import { readingKey, type KeyRequest } from './backup-settings.ts'
import { databaseConfiguration, type DatabaseConfiguration } from './configuration.ts'
import { asOwner, personalKeyCheck } from './owner-access.ts'
import { sealConfiguration } from './seal-configuration.ts'

export interface RestoreRequest extends KeyRequest {
  readonly data: string | undefined
  /** Restore although personal numbers may not be readable with the key that is here. */
  readonly withoutPersonalKey: boolean
  readonly progress: (share: number) => void
}

/** What `tilsyn restore` does. */
export async function restoreFile(file: string, request: RestoreRequest): Promise<Checked<RestoredBackup>> {
  const environment = request.data === undefined ? process.env : { ...process.env, TILSYN_DATA: request.data }
  const configuration = databaseConfiguration(environment)
  if (!configuration.ok) return configuration
  const key = await readingKey(request, environment)
  if (!key.ok) return key
  const migrations = await listMigrations()
  return asOwner(configuration.value, false, async ({ ownerUrl, claimKey, personalKey }) => {
    const check = request.withoutPersonalKey ? undefined : personalKeyCheck(personalKey)
    const target = { ownerUrl, claimKey, personalKeyCheck: check, migrations }
    const restored = await restoreBackup(target, file, key.value, request.progress)
    if (restored.ok) await putPublicKeys(configuration.value, environment, restored.value.publicKeys)
    return restored
  })
}

/** Beside the heads to come, so that those of before the restore can be verified; never in place of a key that is there. */
async function putPublicKeys(
  database: DatabaseConfiguration,
  environment: NodeJS.ProcessEnv,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const seal = sealConfiguration(database, environment)
  const [place] = seal.ok ? seal.value.places : []
  if (place === undefined || keys.size === 0) return
  await makeFolder(place, 0o700)
  for (const [name, text] of keys) {
    const path = join(place, name)
    const found = await readFile(path, 'utf8').catch(() => undefined)
    if (found === undefined && publicKeyFile.test(name)) await writeFile(path, text, { flag: 'wx' })
  }
}
