import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import {
  addFourBox as addFourBoxOf,
  listFourBoxes as fourBoxesOf,
  saveFourBox as saveFourBoxOf,
  shareFourBox as shareFourBoxOf,
  withdrawFourBox as withdrawFourBoxOf,
} from '../../app/learning/four-box.ts'
import { getVisit as visitOf } from '../../app/learning/get-visit.ts'
import {
  fourBoxIdOf,
  strengthIdOf,
  unitIdOf,
  visitIdOf,
  visitPointIdOf,
} from '../../app/learning/learning-id.ts'
import { listMinutesWordings as wordingsOf } from '../../app/learning/minutes-wordings.ts'
import { listLearningUnits as unitsOf, listVisits as visitsOf } from '../../app/learning/list-visits.ts'
import {
  listVisitChoices as choicesOf,
  planVisit as planOf,
  saveVisitPlan as savePlanOf,
} from '../../app/learning/plan-visit.ts'
import {
  listReviewStrengths as markedOf,
  markStrength as markOf,
} from '../../app/learning/review-strengths.ts'
import {
  addStrength as addStrengthOf,
  listStrengths as strengthsOf,
  withdrawStrength as withdrawStrengthOf,
} from '../../app/learning/strengths.ts'
import { getVisitMaterial as materialOf } from '../../app/learning/visit-material.ts'
import {
  addVisitPoint as addPointOf,
  saveVisitPoint as savePointOf,
  settleVisitPoint as settlePointOf,
} from '../../app/learning/visit-points.ts'
import {
  closeVisit as closeOf,
  saveVisitAgenda as saveAgendaOf,
  saveVisitMinutes as saveMinutesOf,
} from '../../app/learning/write-visit.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import {
  addFourBox,
  listFourBoxes,
  saveFourBox,
  shareFourBox,
  withdrawFourBox,
} from '../../contract/learning/four-box.ts'
import {
  addStrength,
  listReviewStrengths,
  listStrengths,
  markStrength,
  withdrawStrength,
} from '../../contract/learning/strengths.ts'
import { getVisitMaterial } from '../../contract/learning/visit-material.ts'
import {
  addVisitPoint,
  closeVisit,
  getVisit,
  listLearningUnits,
  listMinutesWordings,
  listVisitChoices,
  listVisits,
  planVisit,
  saveVisitAgenda,
  saveVisitMinutes,
  saveVisitPlan,
  saveVisitPoint,
  settleVisitPoint,
} from '../../contract/learning/visits.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const visitRoutes = (room: AnalysisRoom): readonly HandledRoute[] => [
  handle(listLearningUnits, (_input, context) => unitsOf(context)),
  handle(listVisits, ({ params }, context) => visitsOf(context, unitIdOf(params.unit))),
  handle(listVisitChoices, ({ params }, context) => choicesOf(context, unitIdOf(params.unit))),
  handle(planVisit, ({ params, body }, context) => planOf(context, unitIdOf(params.unit), body)),
  handle(getVisit, ({ params }, context) => visitOf(context, visitIdOf(params.visit))),
  handle(getVisitMaterial, ({ params }, context) => materialOf(context, room, visitIdOf(params.visit))),
  handle(saveVisitPlan, ({ params, body }, context) => savePlanOf(context, visitIdOf(params.visit), body)),
  handle(saveVisitAgenda, ({ params, body }, context) =>
    saveAgendaOf(context, visitIdOf(params.visit), body),
  ),
  handle(saveVisitMinutes, ({ params, body }, context) =>
    saveMinutesOf(context, visitIdOf(params.visit), body),
  ),
  handle(listMinutesWordings, ({ params }, context) => wordingsOf(context, visitIdOf(params.visit))),
  handle(closeVisit, ({ params, body }, context) => closeOf(context, visitIdOf(params.visit), body)),
  handle(addVisitPoint, ({ params, body }, context) => addPointOf(context, visitIdOf(params.visit), body)),
  handle(saveVisitPoint, ({ params, body }, context) =>
    savePointOf(context, visitIdOf(params.visit), visitPointIdOf(params.point), body),
  ),
  handle(settleVisitPoint, ({ params, body }, context) =>
    settlePointOf(context, visitIdOf(params.visit), visitPointIdOf(params.point), body),
  ),
  handle(listFourBoxes, ({ params }, context) => fourBoxesOf(context, unitIdOf(params.unit))),
  handle(addFourBox, ({ params, body }, context) => addFourBoxOf(context, unitIdOf(params.unit), body)),
  handle(saveFourBox, ({ params, body }, context) =>
    saveFourBoxOf(context, unitIdOf(params.unit), fourBoxIdOf(params.proposal), body),
  ),
  handle(shareFourBox, ({ params }, context) =>
    shareFourBoxOf(context, unitIdOf(params.unit), fourBoxIdOf(params.proposal)),
  ),
  handle(withdrawFourBox, ({ params }, context) =>
    withdrawFourBoxOf(context, unitIdOf(params.unit), fourBoxIdOf(params.proposal)),
  ),
  handle(listStrengths, ({ params }, context) => strengthsOf(context, unitIdOf(params.unit))),
  handle(addStrength, ({ params, body }, context) => addStrengthOf(context, unitIdOf(params.unit), body)),
  handle(withdrawStrength, ({ params }, context) =>
    withdrawStrengthOf(context, unitIdOf(params.unit), strengthIdOf(params.strength)),
  ),
  handle(listReviewStrengths, ({ params }, context) => markedOf(context, reviewIdOf(params.review))),
  handle(markStrength, ({ params, body }, context) => markOf(context, reviewIdOf(params.review), body)),
]
