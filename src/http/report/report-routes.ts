import { exportRound } from '../../app/report/export-round.ts'
import type { PseudonymSecret } from '../../app/report/pseudonyms.ts'
import { resolvePseudonym as resolve } from '../../app/report/resolve-pseudonym.ts'
import { describeReport, makeReport, makeUnitReport, type ReportRoom } from '../../app/report/make-report.ts'
import {
  downloadReport,
  downloadUnitReport,
  getReportContents,
  reportTypes,
} from '../../contract/report/report.ts'
import { dataTypes, downloadRoundData, resolvePseudonym } from '../../contract/report/round-data.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function reportRoutes(room: ReportRoom, pseudonymSecret: PseudonymSecret): readonly HandledRoute[] {
  return [
    handle(downloadReport, async ({ params, query }, context) => {
      const made = await makeReport(context, room, params.round, query)
      return made.ok ? { ...made, value: { ...made.value, type: reportTypes[query.format] } } : made
    }),
    handle(downloadUnitReport, async ({ params, query }, context) => {
      const made = await makeUnitReport(context, room, params, query)
      return made.ok ? { ...made, value: { ...made.value, type: reportTypes[query.format] } } : made
    }),
    handle(downloadRoundData, async ({ params, query }, context) => {
      const made = await exportRound(context, { press: room.press, pseudonymSecret }, params.round, query)
      return made.ok ? { ...made, value: { ...made.value, type: dataTypes[query.format] } } : made
    }),
    handle(resolvePseudonym, ({ params, body }, context) =>
      resolve(context, pseudonymSecret, params.round, body),
    ),
    handle(getReportContents, ({ params, query }, context) =>
      describeReport(context, room, params.round, query.audience),
    ),
  ]
}
