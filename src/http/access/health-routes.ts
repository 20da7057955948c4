import { done, refused } from '../../app/frame/result.ts'
import { getBackupHealth, getHealth } from '../../contract/access/health.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export interface BackupFound {
  /** When the newest was made; undefined: there is none. */
  readonly newest: Date | undefined
  readonly alarming: boolean
  /** When the newest that was verified was made; undefined: none was. */
  readonly verified: Date | undefined
  readonly verifyDue: boolean
}

/** What the newest backup is; undefined: the server makes none. */
export type LookAtBackup = () => Promise<BackupFound | undefined>

export function healthRoutes(readOnly: () => boolean, lookAtBackup: LookAtBackup): readonly HandledRoute[] {
  return [
    handle(getHealth, async (_input, { database }) =>
      (await database.alive())
        ? done({ status: readOnly() ? ('read-only' as const) : ('ok' as const) })
        : refused('database-unavailable'),
    ),
    handle(getBackupHealth, async () => {
      const found = await lookAtBackup()
      return done({
        backup:
          found === undefined
            ? null
            : {
                newest: found.newest?.toISOString() ?? null,
                alarming: found.alarming,
                verified: found.verified?.toISOString() ?? null,
                verifyDue: found.verifyDue,
              },
      })
    }),
  ]
}
