import type { RandomBytes } from '../../app/access/session-token.ts'
import * as feeds from '../../app/caseflow/watch/due-feeds.ts'
import type { RenderCalendar } from '../../app/review/my-calendar.ts'
import { endDueFeed, listDueFeeds, openDueFeed, readDueFeed } from '../../contract/caseflow/due-feeds.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function dueFeedRoutes(randomBytes: RandomBytes, render: RenderCalendar): readonly HandledRoute[] {
  return [
    handle(listDueFeeds, (_input, context) => feeds.listFeeds(context)),
    handle(openDueFeed, ({ body }, context) => feeds.openFeed(context, randomBytes, body.unit)),
    handle(endDueFeed, ({ params }, context) => feeds.endFeed(context, params.feed)),
    handle(readDueFeed, ({ params }, context) => feeds.readFeed(context, params.token, render)),
  ]
}
