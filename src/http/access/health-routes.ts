import { done, refused } from '../../app/frame/result.ts'
import { getHealth } from '../../contract/access/health.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function healthRoutes(readOnly: () => boolean): readonly HandledRoute[] {
  return [
    handle(getHealth, async (_input, { database }) =>
      (await database.alive())
        ? done({ status: readOnly() ? ('read-only' as const) : ('ok' as const) })
        : refused('database-unavailable'),
    ),
  ]
}
