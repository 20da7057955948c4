import type { IncludedRules } from '../../app/caseflow/included-rules.ts'
import {
  correctEntry as correct,
  countEntryAgain as countAgain,
  getEntry as read,
  withdrawEntry as withdraw,
} from '../../app/caseflow/registers/change-entry.ts'
import { approvePlan as approve, enterEvent as enter } from '../../app/caseflow/registers/enter-event.ts'
import { listRegister as list } from '../../app/caseflow/registers/list-register.ts'
import * as registers from '../../contract/caseflow/registers.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function registerRoutes(included: IncludedRules): readonly HandledRoute[] {
  return [
    handle(registers.listRegister, ({ params, query }, context) =>
      list(context, included, params.register, query),
    ),
    handle(registers.enterEvent, ({ body }, context) => enter(context, included, body)),
    handle(registers.approvePlan, ({ body }, context) => approve(context, included, body)),
    handle(registers.getEntry, ({ params }, context) => read(context, params.entry)),
    handle(registers.correctEntry, ({ params, body }, context) => correct(context, params.entry, body)),
    handle(registers.withdrawEntry, ({ params, body }, context) => withdraw(context, params.entry, body)),
    handle(registers.countEntryAgain, ({ params, body }, context) => countAgain(context, params.entry, body)),
  ]
}
