import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import { backupName } from '../core/backup/backups-to-keep.ts'
import type { LocalText } from '../core/language/language.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { publicKeyFile } from '../storage/access/seal/heads-folder.ts'
import { noteVerified } from '../storage/backup/verified-note.ts'
import { verifyBackup, type VerifiedBackup } from '../storage/backup/verify-backup.ts'
import { writeBackup, type WrittenBackup } from '../storage/backup/write-backup.ts'
import { backupPlace, readingKey, writingKey, type KeyRequest } from './backup-settings.ts'
import { databaseConfiguration, type DatabaseConfiguration } from './configuration.ts'
import { asOwner, missingData, personalKeyCheck } from './owner-access.ts'
import { sealConfiguration } from './seal-configuration.ts'

export interface BackupRequest extends KeyRequest {
  readonly data: string | undefined
  /** A file to be made, or a folder; otherwise TILSYN_BACKUP_TO. */
  readonly to: string | undefined
}

/** What `tilsyn backup` and the nightly backup do; the server may be serving meanwhile. */
export async function backUp(request: BackupRequest, now: Date): Promise<Checked<WrittenBackup>> {
  const environment = request.data === undefined ? process.env : { ...process.env, TILSYN_DATA: request.data }
  const to = request.to ?? backupPlace(environment)
  if (to === undefined || to === '') return { ok: false, problems: [noPlace] }
  const configuration = databaseConfiguration(environment)
  if (!configuration.ok) return configuration
  const key = await writingKey(request, environment)
  if (!key.ok) return key
  const { value: database } = configuration
  const missing = await missingData(database)
  if (missing !== undefined) return { ok: false, problems: [missing] }
  const target = resolve(to)
  const isFolder = (await stat(target).catch(() => undefined))?.isDirectory() === true
  const publicKeys = await sealPublicKeys(database, environment)
  return asOwner(database, true, (access) =>
    writeBackup(
      {
        ownerUrl: access.ownerUrl,
        claimKey: access.claimKey,
        personalKeyCheck: personalKeyCheck(access.personalKey),
        program: packageFile.version,
        publicKeys,
      },
      key.value,
      isFolder ? join(target, backupName(now)) : target,
      now,
    ),
  )
}

export interface NotedBackup extends VerifiedBackup {
  /** What kept the note beside the backup from being written, e.g. a medium that can only be read. */
  readonly notNoted: LocalText | undefined
}

/** What `tilsyn backup verify` does: a backup that is whole is noted beside it, for `backup status` and the server. */
export async function verifyFile(
  file: string,
  request: KeyRequest,
  now: Date,
): Promise<Checked<NotedBackup>> {
  const key = await readingKey(request)
  if (!key.ok) return key
  const read = await verifyBackup(file, key.value)
  if (!read.ok) return read
  const notNoted = await noteVerified(resolve(file), new Date(read.value.head.made), now)
  return { ok: true, value: { ...read.value, notNoted } }
}

/** Those that verify old heads; without a folder of heads there are none. */
async function sealPublicKeys(
  database: DatabaseConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, string>> {
  const seal = sealConfiguration(database, environment)
  const keys = new Map<string, string>()
  for (const place of seal.ok ? seal.value.places : [])
    for (const name of await readdir(place).catch(() => []))
      if (publicKeyFile.test(name)) keys.set(name, await readFile(join(place, name), 'utf8'))
  return keys
}

const noPlace: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Der mangler et sted til sikkerhedskopien: brug --to FIL eller MAPPE, eller sæt TILSYN_BACKUP_TO.',
    en: 'A place for the backup is missing: use --to FILE or FOLDER, or set TILSYN_BACKUP_TO.',
  },
}
