import { conclude } from '../../app/caseflow/reconciliation/conclude.ts'
import { exportReconciliation as exportOf } from '../../app/caseflow/reconciliation/export-reconciliation.ts'
import type { IncludedPairs } from '../../app/caseflow/reconciliation/included-pairs.ts'
import { reconciliationRoom } from '../../app/caseflow/reconciliation/open-reconciliation.ts'
import { readReconciliation } from '../../app/caseflow/reconciliation/read-reconciliation.ts'
import { done } from '../../app/frame/result.ts'
import type { ReportPress } from '../../app/report/report-press.ts'
import {
  concludeReconciliation,
  exportReconciliation,
  getReconciliation,
} from '../../contract/caseflow/reconciliation.ts'
import { dataTypes } from '../../contract/report/round-data.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function reconciliationRoutes(included: IncludedPairs, press: ReportPress): readonly HandledRoute[] {
  const room = reconciliationRoom(included)
  return [
    handle(getReconciliation, ({ query }, context) => readReconciliation(context, room, query)),
    handle(exportReconciliation, async ({ query }, context) => {
      const made = await exportOf(context, room, press, query)
      const type = query.format === 'xlsx' ? dataTypes.xlsx : 'text/csv; charset=utf-8'
      return made.ok ? done({ ...made.value, type }) : made
    }),
    handle(concludeReconciliation, ({ body }, context) => conclude(context, room, body)),
  ]
}
