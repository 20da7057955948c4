import { getMonthReport, getWeekReport } from '../../app/caseflow/flow/get-report.ts'
import { listMonthCases, listWeekCases } from '../../app/caseflow/flow/list-cases.ts'
import * as reports from '../../contract/caseflow/flow-reports.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function flowRoutes(): readonly HandledRoute[] {
  return [
    handle(reports.getWeekReport, ({ params, query }, context) =>
      getWeekReport(context, params.week, query.unit),
    ),
    handle(reports.getMonthReport, ({ params, query }, context) =>
      getMonthReport(context, params.month, query.unit),
    ),
    handle(reports.listWeekCases, ({ params, query }, context) => listWeekCases(context, params.week, query)),
    handle(reports.listMonthCases, ({ params, query }, context) =>
      listMonthCases(context, params.month, query),
    ),
  ]
}
