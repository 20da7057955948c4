import { getRoundState as stateOf, listStuck as stuckIn } from '../../app/review/round-state.ts'
import { getRoundState, listStuck } from '../../contract/review/round-state.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** How far a round is, and what stands still in it. */
export const roundStateRoutes: readonly HandledRoute[] = [
  handle(getRoundState, ({ params }, context) => stateOf(context, params.round)),
  handle(listStuck, ({ params }, context) => stuckIn(context, params.round)),
]
