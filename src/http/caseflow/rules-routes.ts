import type { IncludedRules } from '../../app/caseflow/included-rules.ts'
import { checkRules, tryRules } from '../../app/caseflow/publish/check-rules.ts'
import { downloadRules, listRules } from '../../app/caseflow/publish/list-rules.ts'
import { publishRules } from '../../app/caseflow/publish/publish-rules.ts'
import * as rules from '../../contract/caseflow/rules.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function rulesRoutes(included: IncludedRules): readonly HandledRoute[] {
  return [
    handle(rules.listRules, (_input, context) => listRules(context, included)),
    handle(rules.downloadRules, ({ params }, context) => downloadRules(context, params.key, params.version)),
    handle(rules.checkRules, ({ body }, context) => checkRules(context, included, body.candidate)),
    handle(rules.tryRules, ({ body }, context) => tryRules(context, included, body)),
    handle(rules.publishRules, ({ body }, context) => publishRules(context, included, body)),
  ]
}
