import type { ReportUnits } from '../../../core/caseflow/flow/build-report.ts'
import { compileFlow, type CompiledFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import type { FlowUnit } from '../../../core/caseflow/flow/flow-figures.ts'
import { findWindow, type FlowWindow } from '../../../core/caseflow/flow/flow-window.ts'
import type { FlowPeriod } from '../../../core/caseflow/flow/flow-period.ts'
import { countCasesToJudge } from '../../../storage/caseflow/case-to-judge.ts'
import { listDeadlineRules } from '../../../storage/caseflow/deadline-rules.ts'
import { hasFlow } from '../../../storage/caseflow/flow/has-flow.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

/** What a report asks for: a period that has begun, and a unit that the person may see. */
export interface AskedReport {
  readonly window: FlowWindow
  readonly flow: CompiledFlow
  readonly units: ReportUnits
  /** What the server knows beside the figures. */
  readonly beside: {
    readonly choices: readonly FlowUnit[]
    readonly allUnits: boolean
    readonly any: boolean
    readonly toJudge: number
  }
}

/**
 * What stands in the report of a period for this person. Units see the municipality's sums beside their own, so that they
 * know where they stand; another unit's are refused. What is of no known unit is shown to those who see every unit.
 */
export async function askedReport(
  reader: Reader,
  context: Context,
  period: FlowPeriod,
  unitId: string | undefined,
): Promise<Result<AskedReport, 'not-found' | 'not-permitted'>> {
  const window = findWindow(period, context.now.getTime())
  if (window === undefined) return refused('not-found')
  const { municipality, units: own } = reachIn(context, 'caseflow.report')
  const all = await listUnits(reader)
  const seen = municipality ? all : all.filter(({ id }) => own.some((unit) => unit === id))
  const unit = unitId === undefined ? null : all.find(({ id }) => id === unitId)
  if (unit === undefined) return refused('not-found')
  if (unit !== null && !seen.includes(unit)) return refused('not-permitted')
  return done({
    window,
    flow: compileFlow(await listDeadlineRules(reader)),
    units: { unit, units: seen, withUnknown: municipality },
    beside: {
      choices: seen,
      allUnits: municipality,
      any: await hasFlow(reader),
      toJudge: await countCasesToJudge(reader),
    },
  })
}

export async function listUnits({ db }: Reader): Promise<readonly FlowUnit[]> {
  return db.selectFrom('unit').select(['id', 'name']).orderBy('name').execute()
}
