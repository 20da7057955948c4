import type { Checked, Problem } from '../core/language/problem.ts'
import { readKeyFile, readPassphraseFile, type BackupKey } from '../storage/backup/backup-key.ts'

export interface KeyRequest {
  /** File with age keys; otherwise TILSYN_BACKUP_KEY_FILE. */
  readonly keyFile: string | undefined
  /** File with a passphrase, in place of keys. */
  readonly passphraseFile: string | undefined
}

/** Keeps so many: two weeks of nights, and a year of months. */
export const keeping = { newest: 14, months: 12 }

/** A backup older than this, in milliseconds, is told of: one night was missed, and there was a day to mend it. */
export const tooOld = 2 * 24 * 3600 * 1000

/** Where scheduled backups go; undefined: none are made. */
export function backupPlace(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment.TILSYN_BACKUP_TO || undefined
}

/** What a backup is opened with. */
export async function readingKey(
  request: KeyRequest,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Checked<BackupKey>> {
  const key = await writingKey(request, environment)
  if (key.ok && key.value.kind === 'keys' && key.value.identities.length === 0)
    return { ok: false, problems: [onlyPublic] }
  return key
}

/** What a backup is written for; a public key is enough. */
export async function writingKey(
  { keyFile, passphraseFile }: KeyRequest,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Checked<BackupKey>> {
  if (keyFile !== undefined && passphraseFile !== undefined) return { ok: false, problems: [both] }
  if (passphraseFile !== undefined) return readPassphraseFile(passphraseFile)
  const file = keyFile ?? (environment.TILSYN_BACKUP_KEY_FILE || undefined)
  return file === undefined ? { ok: false, problems: [noKey] } : readKeyFile(file)
}

const noKey: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Der mangler en nøgle: brug --key FIL eller --passphrase-file FIL, eller sæt TILSYN_BACKUP_KEY_FILE. Lav en nøgle med: tilsyn backup key --to FIL',
    en: 'A key is missing: use --key FILE or --passphrase-file FILE, or set TILSYN_BACKUP_KEY_FILE. Make a key with: tilsyn backup key --to FILE',
  },
}

const both: Problem = {
  code: 'two-keys',
  text: {
    da: 'Brug enten --key eller --passphrase-file, ikke begge.',
    en: 'Use either --key or --passphrase-file, not both.',
  },
}

const onlyPublic: Problem = {
  code: 'only-public-key',
  text: {
    da: 'Filen rummer kun den offentlige nøgle. Den er nok til at lave sikkerhedskopier; for at åbne dem skal den hemmelige bruges (AGE-SECRET-KEY-…).',
    en: 'The file holds the public key only. That is enough to make backups; opening them takes the secret one (AGE-SECRET-KEY-…).',
  },
}
