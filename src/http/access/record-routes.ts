import { exportRecord } from '../../app/access/record/export-record.ts'
import { decideHold, liftHold, listHolds, proposeHold } from '../../app/access/record/holds.ts'
import { findRecord, readRecord, revealCpr } from '../../app/access/record/read-record.ts'
import type { PersonalKey } from '../../app/registry/personal-key.ts'
import type { ReportPress } from '../../app/report/report-press.ts'
import * as record from '../../contract/access/record.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function recordRoutes(key: PersonalKey | undefined, press: ReportPress): readonly HandledRoute[] {
  return [
    handle(record.findRecord, ({ body }, context) => findRecord(context, key, body.cpr)),
    handle(record.readRecord, ({ query }, context) => readRecord(context, key, query)),
    handle(record.exportRecord, async ({ query }, context) => {
      const made = await exportRecord(context, press, query)
      return made.ok ? { ...made, value: { ...made.value, type: record.recordTypes[query.format] } } : made
    }),
    handle(record.revealCpr, ({ body }, context) => revealCpr(context, key, body)),
    handle(record.listHolds, (_input, context) => listHolds(context)),
    handle(record.proposeHold, ({ body }, context) => proposeHold(context, body)),
    handle(record.decideHold, ({ params, body }, context) => decideHold(context, params.hold, body.approve)),
    handle(record.liftHold, ({ params }, context) => liftHold(context, params.hold)),
  ]
}
