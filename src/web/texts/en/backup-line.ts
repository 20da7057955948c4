import type { backupLine as da } from '../da/backup-line.ts'

export const backupLine: typeof da = {
  none: 'The server makes no backups itself. Ask operations when the newest one was made.',
  missing: 'There is no backup, or its folder cannot be read. Tell operations now.',
  newest: (time) => `The newest backup was made ${time}.`,
  tooOld: (time) => `The newest backup was made ${time}, more than two days ago. Tell operations now.`,
  verified: (time) => `The newest one verified was made ${time}.`,
  noneVerified: 'No backup was verified.',
  mustVerify: 'None of the last 35 days was read to its end. Ask operations to verify one.',
}
