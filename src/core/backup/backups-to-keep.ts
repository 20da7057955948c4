/** A backup's name says when it was made, in UTC, and how it is opened: `age -d`, then `tar xz`. */
const pattern = /^tilsyn-(\d{4}-\d{2})-\d{2}T\d{6}Z\.tar\.gz\.age$/

export function backupName(made: Date): string {
  return `tilsyn-${made.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz.age`
}

export function isBackupName(name: string): boolean {
  return pattern.test(name)
}

/** When the backup of this name was made; undefined for another name. */
export function backupTime(name: string): Date | undefined {
  if (!isBackupName(name)) return undefined
  const digits = name.slice('tilsyn-'.length)
  const time = new Date(`${digits.slice(0, 13)}:${digits.slice(13, 15)}:${digits.slice(15, 17)}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

export interface Keeping {
  /** The newest ones, all of them. */
  readonly newest: number
  /** And of so many months the first one of each. */
  readonly months: number
}

/** Which of these files may go. What is no backup of ours is never named. */
export function backupsToRemove(names: readonly string[], { newest, months }: Keeping): readonly string[] {
  const ours = names.filter(isBackupName).toSorted()
  const firstOfMonth = new Map<string, string>()
  for (const name of ours) {
    const month = pattern.exec(name)?.[1] ?? ''
    if (!firstOfMonth.has(month)) firstOfMonth.set(month, name)
  }
  const kept = new Set([
    ...(newest > 0 ? ours.slice(-newest) : []),
    ...(months > 0 ? [...firstOfMonth.values()].slice(-months) : []),
  ])
  return ours.filter((name) => !kept.has(name))
}
