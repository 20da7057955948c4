import type { AnalysisRoom } from '../../app/analysis/open-results.ts'
import { getUnitCycle as cycleOf, getUnitFigures as figuresOf } from '../../app/learning/get-cycle.ts'
import { unitIdOf } from '../../app/learning/learning-id.ts'
import { getUnitCycle, getUnitFigures } from '../../contract/learning/cycle.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const cycleRoutes = (room: AnalysisRoom): readonly HandledRoute[] => [
  handle(getUnitCycle, ({ params }, context) => cycleOf(context, unitIdOf(params.unit))),
  handle(getUnitFigures, ({ params }, context) => figuresOf(context, room, unitIdOf(params.unit))),
]
