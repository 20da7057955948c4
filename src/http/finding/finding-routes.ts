import { actOnFinding as act, actOnFindings as actOnMany } from '../../app/finding/act-on-finding.ts'
import { addFinding as add, additionIdOf, listAdded, withdrawAdded } from '../../app/finding/add-finding.ts'
import { exportFindings as exportAll } from '../../app/finding/export-findings.ts'
import { findingIdOf } from '../../app/finding/finding-viewer.ts'
import { getFinding as findingOf } from '../../app/finding/get-finding.ts'
import { listFindings as findingsOf } from '../../app/finding/list-findings.ts'
import { listPeople } from '../../app/finding/list-people.ts'
import { readPattern } from '../../app/finding/read-pattern.ts'
import { done } from '../../app/frame/result.ts'
import type { ReportRoom } from '../../app/report/make-report.ts'
import { reviewIdOf } from '../../app/review/review-id.ts'
import {
  exportFindings,
  getFinding,
  getFindingPattern,
  listFindingPeople,
  listFindings,
} from '../../contract/finding/finding.ts'
import {
  actOnFinding,
  actOnFindings,
  addFinding,
  listAddedFindings,
  withdrawAddedFinding,
} from '../../contract/finding/finding-acts.ts'
import { dataTypes } from '../../contract/report/round-data.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'
import { refusals } from '../refusals.ts'

export function findingRoutes(room: ReportRoom): readonly HandledRoute[] {
  return [
    handle(listFindings, ({ query }, context) => findingsOf(context, query)),
    handle(exportFindings, async ({ query }, context) => {
      const made = await exportAll(context, room.press, query)
      const type = query.format === 'xlsx' ? dataTypes.xlsx : 'text/csv; charset=utf-8'
      return made.ok ? done({ ...made.value, type }) : made
    }),
    handle(getFinding, ({ params }, context) => findingOf(context, findingIdOf(params.finding))),
    handle(getFindingPattern, ({ params }, context) =>
      readPattern(context, room, findingIdOf(params.finding)),
    ),
    handle(listFindingPeople, ({ params }, context) => listPeople(context, findingIdOf(params.finding))),
    handle(actOnFinding, ({ params, body }, context) =>
      act(context, { id: findingIdOf(params.finding), version: body.version }, body.act),
    ),
    handle(actOnFindings, async ({ body }, context) => {
      const findings = body.findings.map(({ id, version }) => ({ id: findingIdOf(id), version }))
      const acted = await actOnMany(context, findings, body.act)
      if (!acted.ok) return acted
      const results = acted.value.map(({ id, refusal }) => ({
        id,
        refusal: refusal && { code: refusal, text: refusals[refusal].text },
      }))
      return done({ results })
    }),
    handle(addFinding, ({ params, body }, context) => add(context, reviewIdOf(params.review), body.text)),
    handle(listAddedFindings, ({ params }, context) => listAdded(context, reviewIdOf(params.review))),
    handle(withdrawAddedFinding, ({ params }, context) =>
      withdrawAdded(context, reviewIdOf(params.review), additionIdOf(params.addition)),
    ),
  ]
}
