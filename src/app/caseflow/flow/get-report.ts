import type {
  getMonthReport as monthRoute,
  getWeekReport as weekRoute,
} from '../../../contract/caseflow/flow-reports.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { buildMonth } from '../../../core/caseflow/flow/build-month.ts'
import { buildWeek } from '../../../core/caseflow/flow/build-week.ts'
import { findMonth, findWeek, type FlowPeriod } from '../../../core/caseflow/flow/flow-period.ts'
import { countMonth } from '../../../storage/caseflow/flow/count-month.ts'
import { countWeek } from '../../../storage/caseflow/flow/count-week.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { askedReport, type AskedReport } from './report-frame.ts'

type Week = Immutable<RouteOutput<typeof weekRoute>>
type Month = Immutable<RouteOutput<typeof monthRoute>>
type Refusal = 'not-found' | 'not-permitted'

/** The weekly report of the municipality or of a unit the person may see. */
export async function getWeekReport(
  context: Context,
  week: string,
  unit?: string,
): Promise<Result<Week, Refusal>> {
  const period = findWeek(week)
  return readReport(context, 'open-week-report', period, unit, async (reader, asked) => ({
    ...buildWeek(await countWeek(reader, asked.flow, asked.window), asked.flow, asked.window, asked.units),
    ...asked.beside,
  }))
}

/** The monthly report of the municipality or of a unit the person may see. */
export async function getMonthReport(
  context: Context,
  month: string,
  unit?: string,
): Promise<Result<Month, Refusal>> {
  const period = findMonth(month)
  return readReport(context, 'open-month-report', period, unit, async (reader, asked) => ({
    ...buildMonth(await countMonth(reader, asked.flow, asked.window), asked.flow, asked.window, asked.units),
    ...asked.beside,
  }))
}

/** Small counts may be about one child, so a look at a report is on record as a look at a list is. */
async function readReport<Report>(
  context: Context,
  act: string,
  period: FlowPeriod | undefined,
  unit: string | undefined,
  read: (reader: PersonalReader, asked: AskedReport) => Promise<Report>,
): Promise<Result<Report, Refusal>> {
  if (period === undefined) return refused('not-found')
  return context.database.transaction(
    context.actor,
    async (tx) => {
      const asked = await askedReport(tx.reader, context, period, unit)
      if (!asked.ok) return asked
      const reader = await tx.recordAccess({
        act,
        subjectKind: 'flow-report',
        subjectId: period.name,
        detail: unit === undefined ? {} : { unit },
      })
      return done(await read(reader, asked.value))
    },
    { isolation: 'repeatable read' },
  )
}
