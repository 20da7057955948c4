import { resolve } from 'node:path'
import { isVerifyDue } from '../core/backup/verified-backup.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { systemReason } from '../core/language/system-reason.ts'
import { readVerified } from '../storage/backup/verified-note.ts'
import { backupPlace, tooOld } from './backup-settings.ts'
import { backupTimes } from './nightly-backup.ts'

export interface BackupStatus {
  readonly folder: string
  readonly newest: Date | undefined
  /** None, or older than two days: somebody must look. */
  readonly alarming: boolean
  /** When the newest backup that was verified was made. */
  readonly verified: Date | undefined
  /** That is more than 35 days ago: somebody must verify one. */
  readonly verifyDue: boolean
}

/** What `tilsyn backup status` does, for people and for monitoring: looks at the folder only. */
export async function backupStatus(to: string | undefined, now: Date): Promise<Checked<BackupStatus>> {
  const place = to ?? backupPlace()
  if (place === undefined || place === '') return { ok: false, problems: [noFolder] }
  const folder = resolve(place)
  try {
    const times = await backupTimes(folder)
    const newest = times.at(-1)
    const alarming = newest === undefined || now.getTime() - newest.getTime() > tooOld
    const verified = await readVerified(folder, now)
    const verifyDue = isVerifyDue(verified, times[0], now)
    return { ok: true, value: { folder, newest, alarming, verified, verifyDue } }
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
): Promise<Omit<BackupStatus, 'folder'>> {
  const status = await backupStatus(backupPlace(environment), now)
  return status.ok
    ? status.value
    : { newest: undefined, alarming: true, verified: undefined, verifyDue: false }
}

const noFolder: Problem = {
  code: 'setting-missing',
  text: {
    da: 'Angiv mappen med sikkerhedskopierne med --to, eller sæt TILSYN_BACKUP_TO.',
    en: 'Give the folder of the backups with --to, or set TILSYN_BACKUP_TO.',
  },
}
