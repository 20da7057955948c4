import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import * as plan from '../../app/planning/plan-rounds.ts'
import { getPlannable, getRoundEvidence } from '../../contract/planning/planning.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function planningRoutes(room: AnalysisRoom): readonly HandledRoute[] {
  return [
    handle(getPlannable, ({ params }, context) => plan.getPlannable(context, params.programme)),
    handle(getRoundEvidence, ({ params }, context) => plan.getRoundEvidence(context, room, params.round)),
  ]
}
