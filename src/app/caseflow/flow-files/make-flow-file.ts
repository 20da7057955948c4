import type { FlowFileWish } from '../../../contract/caseflow/flow-files.ts'
import { compileFlow } from '../../../core/caseflow/flow/compile-flow.ts'
import { countedAs } from '../../../core/caseflow/flow/compose-counted-as.ts'
import { composeMonthReport } from '../../../core/caseflow/flow/compose-month-report.ts'
import type { FlowReportFrame } from '../../../core/caseflow/flow/compose-shared.ts'
import { composeWeekReport } from '../../../core/caseflow/flow/compose-week-report.ts'
import type { FlowUnit } from '../../../core/caseflow/flow/flow-figures.ts'
import type { LocalText } from '../../../core/language/language.ts'
import type { Report } from '../../../core/report/report.ts'
import { findStaffMember } from '../../../storage/access/staff-member.ts'
import { listDeadlineRules } from '../../../storage/caseflow/deadline-rules.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import type { ReportPress } from '../../report/report-press.ts'
import { getMonthReport, getWeekReport } from '../flow/get-report.ts'
import { allKinds } from '../receive-events.ts'

type Made = Result<{ readonly name: string; readonly bytes: Uint8Array }>

const demoNotice: LocalText = {
  da: 'Demo: opdigtede sager i en kommune, der ikke findes.',
  en: 'Demo: made-up cases of a municipality that does not exist.',
}

const names = {
  week: { da: 'ugerapport', en: 'weekly-report' },
  month: { da: 'maanedsrapport', en: 'monthly-report' },
} as const

/** The weekly report, as the person may see it on its page, as a file; every download is on record. */
export async function makeWeekFile(
  context: Context,
  press: ReportPress,
  week: string,
  wish: FlowFileWish,
): Promise<Made> {
  const read = await getWeekReport(context, week, wish.unit)
  if (!read.ok) return read
  const frame = await openFrame(context, 'week', week, wish, read.value.toJudge)
  return made(context, press, wish, {
    report: composeWeekReport(read.value, frame),
    name: nameOf('week', week, read.value.unit, wish),
  })
}

export async function makeMonthFile(
  context: Context,
  press: ReportPress,
  month: string,
  wish: FlowFileWish,
): Promise<Made> {
  const read = await getMonthReport(context, month, wish.unit)
  if (!read.ok) return read
  const frame = await openFrame(context, 'month', month, wish, read.value.toJudge)
  return made(context, press, wish, {
    report: composeMonthReport(read.value, frame),
    name: nameOf('month', month, read.value.unit, wish),
  })
}

async function made(
  context: Context,
  press: ReportPress,
  { lang, format }: FlowFileWish,
  { report, name }: { readonly report: Report; readonly name: string },
): Promise<Made> {
  const bytes = await press.renderComposed({ report, language: lang, format, createdAt: context.now })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  return done({ name, bytes })
}

/** What the file says beside the figures. */
async function openFrame(
  context: Context,
  kind: 'week' | 'month',
  period: string,
  { format, lang, unit }: FlowFileWish,
  toJudge: number,
): Promise<FlowReportFrame> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: `download-${kind}-report`,
      subjectKind: 'flow-report',
      subjectId: period,
      detail: { format, lang, ...(unit !== undefined && { unit }) },
    })
    const member = await findStaffMember(reader, context.actor.personId)
    const rules = await listDeadlineRules(reader)
    return {
      municipality: member?.municipality.name ?? null,
      notice: member?.municipality.demo === true ? demoNotice : null,
      rules: rules.map(({ title, version }) => ({
        da: `${title.da} (${version})`,
        en: `${title.en} (${version})`,
      })),
      counted: countedAs(compileFlow(rules), allKinds(rules)),
      toJudge,
    }
  })
}

/** `ugerapport-2026-W47-Center-Nord-da.pdf`; characters that a file name cannot hold become hyphens. */
function nameOf(
  kind: 'week' | 'month',
  period: string,
  unit: FlowUnit | null,
  { lang, format }: FlowFileWish,
): string {
  const of = unit === null ? '' : `-${unit.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`
  return `${names[kind][lang]}-${period}${of}-${lang}.${format}`
}
