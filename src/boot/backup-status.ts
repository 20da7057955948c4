import { resolve } from 'node:path'
import type { Checked, Problem } from '../core/language/problem.ts'
import { systemReason } from '../core/language/system-reason.ts'
import { backupPlace, tooOld } from './backup-settings.ts'
import { newestBackup } from './nightly-backup.ts'

export interface BackupStatus {
  readonly folder: string
  readonly newest: Date | undefined
  /** None, or older than two days: somebody must look. */
  readonly alarming: boolean
}

/** What `tilsyn backup status` does, for people and for monitoring: looks at the folder only. */
export async function backupStatus(to: string | undefined, now: Date): Promise<Checked<BackupStatus>> {
  const place = to ?? backupPlace()
  if (place === undefined || place === '') return { ok: false, problems: [noFolder] }
  const folder = resolve(place)
  try {
    const newest = await newestBackup(folder)
    const alarming = newest === undefined || now.getTime() - newest.getTime() > tooOld
    return { ok: true, value: { folder, newest, alarming } }
  } catch (error) {
    const reason = systemReason(error)
    if (reason === undefined) throw error
    const text = {
      da: `Mappen kan ikke læses (${reason.da}).`,
      en: `The folder cannot be read (${reason.en}).`,
    }
    return { ok: false, problems: [{ code: 'folder-unreadable', text, at: { file: folder } }] }
  }
}

/** For the server's own pages and figures; a folder that cannot be read is as alarming as an empty one. */
export async function lookAtNightly(
  environment: NodeJS.ProcessEnv,
  now: Date,
): Promise<Pick<BackupStatus, 'newest' | 'alarming'>> {
  const status = await backupStatus(backupPlace(environment), now)
  return status.ok ? status.value : { newest: undefined, alarming: true }
}

const noFolder: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Angiv mappen med sikkerhedskopierne med --to, eller sæt TILSYN_BACKUP_TO.',
    en: 'Give the folder of the backups with --to, or set TILSYN_BACKUP_TO.',
  },
}
