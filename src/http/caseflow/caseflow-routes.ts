import { confirmEvents as confirm, discardEvents as discard } from '../../app/caseflow/confirm-events.ts'
import { deliverEvents as deliver } from '../../app/caseflow/deliver-events.ts'
import { getCase as readCase } from '../../app/caseflow/get-case.ts'
import type { PersonalKey } from '../../app/registry/personal-key.ts'
import type { IncludedRules } from '../../app/caseflow/included-rules.ts'
import { listDeadlines as deadlines } from '../../app/caseflow/list-deadlines.ts'
import { listEventImports as list } from '../../app/caseflow/list-event-imports.ts'
import { getEventPreview as read, previewEvents as preview } from '../../app/caseflow/preview-events.ts'
import { getCase, listDeadlines } from '../../contract/caseflow/deadlines.ts'
import * as imports from '../../contract/caseflow/event-imports.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function caseflowRoutes(
  included: IncludedRules,
  personalKey: PersonalKey | undefined,
): readonly HandledRoute[] {
  return [
    handle(listDeadlines, ({ query }, context) => deadlines(context, query)),
    handle(getCase, ({ params }, context) => readCase(context, params.case)),
    handle(imports.listEventImports, (_input, context) => list(context, included)),
    handle(imports.previewEvents, ({ file, body }, context) =>
      preview(context, included, {
        ...file,
        personalKey,
        source: body.source,
        mapping: body.mapping,
        kinds: body.kinds,
        reading: body.reading,
      }),
    ),
    handle(imports.getEventPreview, ({ params }, context) => read(context, params.preview)),
    handle(imports.confirmEvents, ({ params, body }, context) =>
      confirm(context, params.preview, body.withoutRefused),
    ),
    handle(imports.discardEvents, ({ params }, context) => discard(context, params.preview)),
    handle(imports.deliverEvents, ({ body }, context) => deliver(context, included, body)),
  ]
}
