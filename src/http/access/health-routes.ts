import { done, refused } from '../../app/frame/result.ts'
import { getHealth } from '../../contract/access/health.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const healthRoutes: readonly HandledRoute[] = [
  handle(getHealth, async (_input, { database }) =>
    (await database.alive()) ? done({ status: 'ok' as const }) : refused('database-unavailable'),
  ),
]
