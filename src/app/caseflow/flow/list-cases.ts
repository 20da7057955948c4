import { flowCasesPerPage, type listWeekCases as route } from '../../../contract/caseflow/flow-reports.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { compileFlow, findFlowRule } from '../../../core/caseflow/flow/compile-flow.ts'
import { findMonth, findWeek, type FlowPeriod } from '../../../core/caseflow/flow/flow-period.ts'
import { findWindow } from '../../../core/caseflow/flow/flow-window.ts'
import type { MonthCaseFigure, WeekCaseFigure } from '../../../core/caseflow/flow/listed-figures.ts'
import { listDeadlineRules } from '../../../storage/caseflow/deadline-rules.ts'
import { listFlowCases } from '../../../storage/caseflow/flow/list-flow-cases.ts'
import { getId, type UnitId } from '../../../storage/ids.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { viewerOf } from '../list-deadlines.ts'
import { listUnits } from './report-frame.ts'

type Cases = Immutable<RouteOutput<typeof route>>

interface Asked<Figure> {
  readonly figure: Figure
  readonly key?: string | undefined
  readonly unit?: string | undefined
  readonly page?: number | undefined
}

export async function listWeekCases(
  context: Context,
  week: string,
  asked: Asked<WeekCaseFigure>,
): Promise<Result<Cases, 'not-found' | 'not-permitted'>> {
  return listCases(context, findWeek(week), asked)
}

export async function listMonthCases(
  context: Context,
  month: string,
  asked: Asked<MonthCaseFigure>,
): Promise<Result<Cases, 'not-found' | 'not-permitted'>> {
  return listCases(context, findMonth(month), asked)
}

/** Cases behind a figure, as far as the caller may see cases: a figure of the municipality may count more than are listed. */
async function listCases(
  context: Context,
  period: FlowPeriod | undefined,
  { figure, key, unit, page = 1 }: Asked<WeekCaseFigure | MonthCaseFigure>,
): Promise<Result<Cases, 'not-found' | 'not-permitted'>> {
  const window = period === undefined ? undefined : findWindow(period, context.now.getTime())
  if (window === undefined) return refused('not-found')
  return context.database.transaction(context.actor, async (tx) => {
    const unitAsked = await checkUnit(tx.reader, context, unit)
    if (!unitAsked.ok) return unitAsked
    const viewer = await viewerOf(tx.reader, context)
    const reader = await tx.recordAccess({
      act: 'list-flow-cases',
      subjectKind: 'flow-report',
      subjectId: window.period.name,
      detail: { figure, page, ...(unit !== undefined && { unit }), ...(key !== undefined && { key }) },
    })
    const rules = await listDeadlineRules(reader)
    const flow = compileFlow(rules)
    const { cases, total } = await listFlowCases(
      reader,
      viewer,
      {
        figure,
        flow,
        window,
        key,
        unit: unit === undefined ? undefined : getId<UnitId>(unit),
      },
      { offset: (page - 1) * flowCasesPerPage, limit: flowCasesPerPage },
    )
    return done({
      words: flow.words,
      cases: cases.map((one) => ({
        ...one,
        rule: one.rule === null ? null : (findFlowRule(rules, one.rule) ?? null),
      })),
      page,
      perPage: flowCasesPerPage,
      total,
    })
  })
}

/** A unit that does not exist, or that the caller sees nothing of. Of one's own cases any unit may be asked for. */
async function checkUnit(
  reader: Reader,
  context: Context,
  unit: string | undefined,
): Promise<Result<undefined, 'not-found' | 'not-permitted'>> {
  if (unit === undefined) return done()
  const { municipality, units } = reachIn(context, 'caseflow.read')
  if ((await listUnits(reader)).every(({ id }) => id !== unit)) return refused('not-found')
  return municipality || units.length === 0 || units.some((id) => id === unit)
    ? done()
    : refused('not-permitted')
}
