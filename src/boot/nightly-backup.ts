import { readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { danishDay, danishHour } from '../app/frame/danish-day.ts'
import { backupsToRemove, backupTime } from '../core/backup/backups-to-keep.ts'
import { isVerifyDue } from '../core/backup/verified-backup.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { systemReason } from '../core/language/system-reason.ts'
import { readVerified } from '../storage/backup/verified-note.ts'
import { backUp } from './backup.ts'
import { backupPlace, keeping, tooOld, writingKey } from './backup-settings.ts'
import type { DatabaseConfiguration } from './configuration.ts'
import { ownerUrlMissing } from './database.ts'
import { startRecurringWork, type RecurringWork } from './recurring-work.ts'

/** Milliseconds between looks at the folder. */
const pause = 60_000
/** Of the Danish clock, when nobody works. */
const nightHour = 2
/** Milliseconds from a backup that failed to the next try. */
const tryAgain = 3600 * 1000
/** Milliseconds between warnings of the same trouble. */
const tellAgain = 24 * 3600 * 1000

export interface NightlyBackup {
  readonly folder: string
  readonly make: (now: Date) => Promise<Checked<unknown>>
  /** Hears codes, never data. */
  readonly tell: (code: string) => void
}

/** When the backups in a folder were made, the newest last. */
export async function backupTimes(folder: string): Promise<readonly Date[]> {
  const times = (await readdir(folder)).flatMap((name) => backupTime(name) ?? [])
  return times.toSorted((a, b) => a.getTime() - b.getTime())
}

/**
 * Looks whether tonight's backup is there and makes it where it is not; the first one at once. What the folder holds
 * decides, so that a restart, or a backup made by hand, is known.
 */
export function nightlyRounds({ folder, make, tell }: NightlyBackup): (now: Date) => Promise<void> {
  let tried = -Infinity
  let told = -Infinity
  let toldVerify = -Infinity
  return async (now) => {
    const times = await backupTimes(folder)
    const newest = times.at(-1)
    if (
      now.getTime() - toldVerify >= tellAgain &&
      isVerifyDue(await readVerified(folder, now), times[0], now)
    ) {
      toldVerify = now.getTime()
      tell('backup-not-verified')
    }
    const due = newest === undefined || (danishHour(now) >= nightHour && danishDay(newest) < danishDay(now))
    if (due && now.getTime() - tried >= tryAgain) {
      tried = now.getTime()
      const made = await make(now)
      if (made.ok) {
        for (const name of backupsToRemove(await readdir(folder), keeping))
          await rm(join(folder, name), { force: true })
        return
      }
      tell(made.problems[0]?.code ?? 'backup-failed')
    }
    if (newest !== undefined && now.getTime() - newest.getTime() <= tooOld) return
    if (now.getTime() - told < tellAgain) return
    told = now.getTime()
    tell('backup-too-old')
  }
}

export type StartNightlyBackup = (
  tell: (code: string) => void,
  failed: (error: unknown) => void,
) => RecurringWork

/** What begins the nightly backups; undefined where the environment asks for none. What would keep them from being made is told now. */
export async function nightlyBackup(
  database: DatabaseConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<Checked<StartNightlyBackup | undefined>> {
  const place = backupPlace(environment)
  if (place === undefined) return { ok: true, value: undefined }
  if (database.kind === 'server' && database.ownerUrl === undefined)
    return { ok: false, problems: [ownerUrlMissing] }
  const key = await writingKey({ keyFile: undefined, passphraseFile: undefined }, environment)
  if (!key.ok) return key
  const folder = resolve(place)
  try {
    if (!(await stat(folder)).isDirectory()) return { ok: false, problems: [unusable(folder, 'ENOTDIR')] }
  } catch (error) {
    if (systemReason(error) === undefined) throw error
    return { ok: false, problems: [unusable(folder, error)] }
  }
  const data = database.kind === 'embedded' ? database.folder : undefined
  const make = (now: Date): Promise<Checked<unknown>> =>
    backUp({ data, to: folder, keyFile: undefined, passphraseFile: undefined }, now)
  return {
    ok: true,
    value: (tell, failed) => {
      const round = nightlyRounds({ folder, make, tell })
      return startRecurringWork(() => round(new Date()), pause, failed)
    },
  }
}

function unusable(folder: string, error: unknown): Problem {
  const reason = systemReason(
    typeof error === 'string' ? Object.assign(new Error(error), { code: error }) : error,
  )
  return {
    code: 'backup-place-unusable',
    text: {
      da: `Mappen til sikkerhedskopier (TILSYN_BACKUP_TO) kan ikke bruges${reason === undefined ? '' : ` (${reason.da})`}.`,
      en: `The folder of backups (TILSYN_BACKUP_TO) cannot be used${reason === undefined ? '' : ` (${reason.en})`}.`,
    },
    at: { file: folder },
  }
}
