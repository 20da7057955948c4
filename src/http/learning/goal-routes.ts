import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import { getGoal as goalOf, listGoals as goalsOf } from '../../app/learning/goal-read.ts'
import {
  getGoalBasis as basisOf,
  setGoal as setOf,
  withdrawGoal as withdrawOf,
} from '../../app/learning/goal-set.ts'
import { getGoal, getGoalBasis, listGoals, setGoal, withdrawGoal } from '../../contract/learning/goal.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const goalRoutes = (room: AnalysisRoom): readonly HandledRoute[] => [
  handle(listGoals, ({ query }, context) => goalsOf(context, room, query)),
  handle(getGoalBasis, ({ query }, context) => basisOf(context, room, query)),
  handle(setGoal, ({ body }, context) => setOf(context, room, body)),
  handle(getGoal, ({ params }, context) => goalOf(context, room, params.goal)),
  handle(withdrawGoal, ({ params, body }, context) => withdrawOf(context, params.goal, body.reason)),
]
