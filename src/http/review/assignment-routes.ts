import { getAssignment as assignmentOf } from '../../app/review/get-assignment.ts'
import { listCandidates as candidatesOf } from '../../app/review/list-candidates.ts'
import { moveReviews as move } from '../../app/review/move-reviews.ts'
import { proposeBalance as propose } from '../../app/review/propose-balance.ts'
import { setDuePlan as setPlan } from '../../app/review/due-dates.ts'
import { downloadMyCalendar as calendarOf, type RenderCalendar } from '../../app/review/my-calendar.ts'
import * as absences from '../../app/access/absences.ts'
import * as routes from '../../contract/access/absence.ts'
import {
  getAssignment,
  listCandidates,
  moveReviews,
  proposeBalance,
  setDuePlan,
} from '../../contract/review/assignment.ts'
import { downloadMyCalendar } from '../../contract/review/calendar.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function assignmentRoutes(renderCalendar: RenderCalendar): readonly HandledRoute[] {
  return [
    handle(getAssignment, ({ params, query }, context) => assignmentOf(context, params.round, query)),
    handle(listCandidates, ({ params, query }, context) => candidatesOf(context, params.round, query)),
    handle(moveReviews, ({ params, body }, context) => move(context, params.round, body)),
    handle(proposeBalance, ({ params, query }, context) => propose(context, params.round, query)),
    handle(setDuePlan, ({ params, body }, context) => setPlan(context, params.round, params.level, body)),
    handle(downloadMyCalendar, (_input, context) => calendarOf(context, renderCalendar)),
    handle(routes.listAbsences, (_input, context) => absences.listAbsences(context)),
    handle(routes.addAbsence, ({ body }, context) => absences.addAbsence(context, body)),
    handle(routes.takeBackAbsence, ({ params }, context) =>
      absences.takeBackAbsence(context, params.absence),
    ),
  ]
}
