import { isoDay } from '../../../core/calendar/day-number.ts'
import { caseFacts } from '../../../core/caseflow/flow/case-facts.ts'
import type { CompiledFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import type { CaseEvent } from '../../../core/caseflow/case-event.ts'
import type { Deadline } from '../../../core/caseflow/deadline.ts'
import type { FlowRow } from '../../../storage/caseflow/flow/case-flow.ts'
import type { UnitId } from '../../../storage/ids.ts'

/** What the reports count of a case that has just been judged, as it is kept. */
export function flowRows(
  flow: CompiledFlow,
  { caseId, events }: { readonly caseId: string; readonly events: readonly CaseEvent[] },
  deadlines: readonly Deadline[],
  {
    now,
    unit,
    unitId,
  }: {
    readonly now: number
    /** Of what does not say. */
    readonly unit: string
    readonly unitId: (unit: string) => UnitId | null
  },
): readonly FlowRow[] {
  return caseFacts(flow, events, deadlines, now).map((fact, at) => {
    const named = fact.unit === '' ? unit : fact.unit
    return {
      case_id: caseId,
      n: at + 1,
      fact: fact.kind,
      key: fact.key,
      from_on: dayOrNull(fact.from),
      to_on: dayOrNull(fact.to),
      outcome: fact.outcome,
      unit: named,
      unit_id: unitId(named),
      plan_on: dayOrNull(fact.planOn),
      plan_due: dayOrNull(fact.planDue),
    }
  })
}

function dayOrNull(day: number | null): string | null {
  return day === null ? null : isoDay(day)
}
