import { liftHold, listHolds, placeHold } from '../../../app/access/retention/legal-holds.ts'
import {
  decidePurge,
  listPurges,
  previewPurge,
  proposePurge,
} from '../../../app/access/retention/purge-runs.ts'
import { decideRetention, judgeRetention, readRetention } from '../../../app/access/retention/rules.ts'
import * as retention from '../../../contract/access/retention/retention.ts'
import { handle, type HandledRoute } from '../../frame/handled-route.ts'

export const retentionRoutes: readonly HandledRoute[] = [
  handle(retention.readRetention, (_input, context) => readRetention(context)),
  handle(retention.decideRetention, ({ body }, context) => decideRetention(context, body)),
  handle(retention.judgeRetention, ({ body }, context) => judgeRetention(context, body)),
  handle(retention.previewPurge, (_input, context) => previewPurge(context)),
  handle(retention.listPurges, (_input, context) => listPurges(context)),
  handle(retention.proposePurge, (_input, context) => proposePurge(context)),
  handle(retention.decidePurge, ({ params, body }, context) =>
    decidePurge(context, params.purge, body.approve),
  ),
  handle(retention.listLegalHolds, (_input, context) => listHolds(context)),
  handle(retention.placeLegalHold, ({ body }, context) => placeHold(context, body)),
  handle(retention.liftLegalHold, ({ params, body }, context) =>
    liftHold(context, params.legalHold, body.reason),
  ),
]
