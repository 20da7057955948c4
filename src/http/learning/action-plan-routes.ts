import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import {
  getActionPlan as planOf,
  getPlanDraft as draftOf,
  listActionPlans as plansOf,
} from '../../app/learning/action-plan-read.ts'
import {
  addActionPlan as addOf,
  addPlanDraft as addDraftOf,
  publishPlan as publishOf,
  savePlanDraft as saveOf,
} from '../../app/learning/action-plan-write.ts'
import { getInitiative as initiativeOf } from '../../app/learning/initiative-read.ts'
import { reportInitiative as reportOf } from '../../app/learning/initiative-report.ts'
import {
  addActionPlan,
  addPlanDraft,
  getActionPlan,
  getPlanDraft,
  listActionPlans,
  publishPlan,
  savePlanDraft,
} from '../../contract/learning/action-plan.ts'
import { getInitiative, reportInitiative } from '../../contract/learning/initiative.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const actionPlanRoutes = (room: AnalysisRoom): readonly HandledRoute[] => [
  handle(listActionPlans, (_input, context) => plansOf(context)),
  handle(addActionPlan, ({ body }, context) => addOf(context, body)),
  handle(getActionPlan, ({ params, query }, context) => planOf(context, params.plan, query.version)),
  handle(addPlanDraft, ({ params }, context) => addDraftOf(context, params.plan)),
  handle(getPlanDraft, ({ params }, context) => draftOf(context, params.plan)),
  handle(savePlanDraft, ({ params, body }, context) => saveOf(context, params.plan, body)),
  handle(publishPlan, ({ params, body }, context) => publishOf(context, params.plan, body.seen)),
  handle(getInitiative, ({ params }, context) => initiativeOf(context, room, params.initiative)),
  handle(reportInitiative, ({ params, body }, context) => reportOf(context, params.initiative, body)),
]
