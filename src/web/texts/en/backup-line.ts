import type { backupLine as da } from '../da/backup-line.ts'

export const backupLine: typeof da = {
  none: 'The server makes no backups itself. Ask operations when the newest one was made.',
  missing: 'There is no backup, or its folder cannot be read. Tell operations now.',
  newest: (time) => `The newest backup was made ${time}.`,
  tooOld: (time) => `The newest backup was made ${time}, more than two days ago. Tell operations now.`,
}
