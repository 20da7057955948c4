import { changeCritical } from '../../app/review/change-critical.ts'
import { criticalIdOf } from '../../app/review/critical-situation.ts'
import {
  getCriticalCase as caseOf,
  getCriticalOfReview as caseOfReview,
  listCriticalCases as casesOf,
} from '../../app/review/read-critical.ts'
import { reportCritical as report } from '../../app/review/report-critical.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import {
  doCriticalStep,
  getCriticalCase,
  getCriticalOfReview,
  listCriticalCases,
  reopenCritical,
  reportCritical,
  withdrawCritical,
} from '../../contract/review/critical-case.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const criticalRoutes: readonly HandledRoute[] = [
  handle(reportCritical, ({ params, body }, context) =>
    report(context, reviewIdOf(params.review), body.fear),
  ),
  handle(getCriticalOfReview, ({ params }, context) => caseOfReview(context, reviewIdOf(params.review))),
  handle(listCriticalCases, ({ query }, context) =>
    casesOf(context, { round: query.round, open: query.open === 'true' }),
  ),
  handle(getCriticalCase, ({ params }, context) => caseOf(context, criticalIdOf(params.critical))),
  handle(doCriticalStep, ({ params, body }, context) =>
    changeCritical(context, criticalIdOf(params.critical), body.step, 'text' in body ? body.text : null),
  ),
  handle(withdrawCritical, ({ params, body }, context) =>
    changeCritical(context, criticalIdOf(params.critical), 'withdrawn', body.reason),
  ),
  handle(reopenCritical, ({ params, body }, context) =>
    changeCritical(context, criticalIdOf(params.critical), 'reopened', body.reason),
  ),
]
