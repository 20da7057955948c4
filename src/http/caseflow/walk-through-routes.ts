import { listCaseAudits as auditsOf } from '../../app/caseflow/sheet/case-audits.ts'
import {
  addAgreement as addAgreementOf,
  saveAgreement as saveAgreementOf,
  settleAgreement as settleOf,
} from '../../app/caseflow/walk-through/agreements.ts'
import { listCaseWalkThroughs as ofCase } from '../../app/caseflow/walk-through/list-case-walk-throughs.ts'
import { listWalkThroughs as listOf } from '../../app/caseflow/walk-through/list-walk-throughs.ts'
import { agreementIdOf, walkThroughIdOf } from '../../app/caseflow/walk-through/walk-through-id.ts'
import {
  addWalkThroughAddition as additionOf,
  closeWalkThrough as closeOf,
  openWalkThrough as openOf,
  saveWalkThrough as saveOf,
} from '../../app/caseflow/walk-through/write-walk-through.ts'
import { listCaseAudits } from '../../contract/caseflow/case-sheet.ts'
import * as routes from '../../contract/caseflow/walk-throughs.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** The overview sheet's audits, and the walk-throughs of cases. */
export const walkThroughRoutes: readonly HandledRoute[] = [
  handle(listCaseAudits, ({ params }, context) => auditsOf(context, params.case)),
  handle(routes.listWalkThroughs, ({ query }, context) => listOf(context, query)),
  handle(routes.listCaseWalkThroughs, ({ params }, context) => ofCase(context, params.case)),
  handle(routes.openWalkThrough, ({ params, body }, context) => openOf(context, params.case, body)),
  handle(routes.saveWalkThrough, ({ params, body }, context) =>
    saveOf(context, walkThroughIdOf(params.walkThrough), body),
  ),
  handle(routes.closeWalkThrough, ({ params, body }, context) =>
    closeOf(context, walkThroughIdOf(params.walkThrough), body),
  ),
  handle(routes.addWalkThroughAddition, ({ params, body }, context) =>
    additionOf(context, walkThroughIdOf(params.walkThrough), body.text),
  ),
  handle(routes.addAgreement, ({ params, body }, context) =>
    addAgreementOf(context, walkThroughIdOf(params.walkThrough), body),
  ),
  handle(routes.saveAgreement, ({ params, body }, context) =>
    saveAgreementOf(context, agreementIdOf(params.agreement), body),
  ),
  handle(routes.settleAgreement, ({ params, body }, context) =>
    settleOf(context, agreementIdOf(params.agreement), body),
  ),
]
