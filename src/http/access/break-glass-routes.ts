import { openBreakGlass } from '../../app/access/break-glass/open-break-glass.ts'
import { readBreakGlassCase } from '../../app/access/break-glass/read-case.ts'
import {
  endBreakGlass,
  judgeBreakGlass,
  listBreakGlass,
  listOwnBreakGlass,
} from '../../app/access/break-glass/review-break-glass.ts'
import type { PersonalKey } from '../../app/registry/personal-key.ts'
import * as breakGlass from '../../contract/access/break-glass.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function breakGlassRoutes(key: PersonalKey | undefined): readonly HandledRoute[] {
  return [
    handle(breakGlass.openBreakGlass, ({ body }, context) => openBreakGlass(context, key, body)),
    handle(breakGlass.listOwnBreakGlass, (_input, context) => listOwnBreakGlass(context)),
    handle(breakGlass.listBreakGlass, (_input, context) => listBreakGlass(context)),
    handle(breakGlass.readBreakGlassCase, ({ params }, context) =>
      readBreakGlassCase(context, params.breakGlass),
    ),
    handle(breakGlass.endBreakGlass, ({ params }, context) => endBreakGlass(context, params.breakGlass)),
    handle(breakGlass.judgeBreakGlass, ({ params, body }, context) =>
      judgeBreakGlass(context, params.breakGlass, body),
    ),
  ]
}
