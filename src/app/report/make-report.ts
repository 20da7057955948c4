import type { Audience, ReportContents, ReportFormat } from '../../contract/report/report.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { Language, LocalText } from '../../core/language/language.ts'
import type { ReportInput } from '../../core/report/compose-report.ts'
import { withoutCaseIds } from '../../core/report/without-case-ids.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { listDrawnByUnit } from '../../storage/analysis/drawn-in-unit.ts'
import { findStaffMember } from '../../storage/access/staff-member.ts'
import { listCaseIdsWithin } from '../../storage/draw/case-ids-within.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import { findRound, listIrregularities } from '../../storage/draw/round.ts'
import { sumFindings } from '../../storage/finding/finding-sums.ts'
import { listCriticalRuns } from '../../storage/review/critical-runs.ts'
import { findId, type UnitId } from '../../storage/ids.ts'
import { openResults, type AnalysisRoom, type Opened } from '../analysis/open-results.ts'
import { roundHead } from '../analysis/read-results.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { readProgress } from '../learning/plan-progress.ts'
import { listPublishedPlans } from '../learning/published-plan.ts'
import type { ReportPress } from './report-press.ts'

export interface ReportRoom extends AnalysisRoom {
  readonly press: ReportPress
}

export interface WantedReport {
  readonly format: ReportFormat
  readonly lang: Language
  readonly audience: Audience
}

export const busy = { ...refused('too-busy'), retryAfterSeconds: 10 } as const

/** A closed round's report as a file; every download is on record. */
export async function makeReport(
  context: Context,
  room: ReportRoom,
  roundKey: string,
  { format, lang, audience }: WantedReport,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const granted = authorise(context, 'report.download')
  if (!granted.ok) return granted
  const opened = await gatherReport(context, room, roundKey, audience, {
    act: 'download-report',
    format,
    lang,
  })
  if (!opened.ok) return opened
  const bytes = await room.press.render({
    input: opened.value,
    language: lang,
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return busy
  return done({ name: fileName(roundKey, audience, lang, format), bytes })
}

/** A closed round's report for one unit, to itself and those who visit it; every download is on record. */
export async function makeUnitReport(
  context: Context,
  room: ReportRoom,
  { round: roundKey, unit: wanted }: { readonly round: string; readonly unit: string },
  { format, lang }: Pick<WantedReport, 'format' | 'lang'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const unitId = findId<UnitId>(wanted)
  if (unitId === undefined) return refused('not-found')
  // Units outside the reach are refused alike, whether they exist or not.
  const granted = authorise(context, 'results.read', { kind: 'unit', unit: unitId }, { kind: 'municipality' })
  if (!granted.ok) return granted
  const units = await context.database.transaction(context.actor, ({ reader }) => listUnits(reader))
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) return refused('not-found')
  const entry = { act: 'download-unit-report', unit: unitId, format, lang }
  const opened = await gatherReport(context, room, roundKey, 'internal', entry)
  if (!opened.ok) return opened
  const { analysis } = opened.value
  if (!analysis.composites.some((each) => each.unit === unit.name)) return refused('unit-not-in-round')
  const input = { ...opened.value, unit: unit.name }
  const bytes = await room.press.render({ input, language: lang, format, createdAt: context.now })
  if (bytes === 'too-busy') return busy
  const named = unit.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
  return done({ name: `${names[lang].report}-${roundKey}-${named}-${lang}.${format}`, bytes })
}

/** What a closed round's report is composed of, as it is now. Asks for no right: its callers do. */
export async function gatherReport(
  context: Context,
  room: ReportRoom,
  roundKey: string,
  audience: Audience,
  entry: ReportEntry,
): Promise<Result<ReportInput>> {
  const opened = await openClosedRound(context, room, roundKey)
  if (!opened.ok) return opened
  const input = await gatherInput(context, room, opened.value, audience, entry)
  return input === 'too-busy' ? busy : done(input)
}

/** How the look is on record. */
interface ReportEntry {
  readonly act: string
  readonly unit?: UnitId
  readonly format?: string
  readonly lang?: string
}

/** What an edition contains; `edition` is null while there is none to make. */
export async function describeReport(
  context: Context,
  room: ReportRoom,
  roundKey: string,
  audience: Audience,
): Promise<Result<Immutable<ReportContents>>> {
  const granted = authorise(context, 'report.download')
  if (!granted.ok) return granted
  const round = await context.database.transaction(context.actor, ({ reader }) => findRound(reader, roundKey))
  if (round === undefined) return refused('not-found')
  const opened = await openClosedRound(context, room, roundKey)
  if (!opened.ok)
    return opened.refusal === 'too-busy' ? opened : done({ round: roundHead(round), edition: null })
  const input = await gatherInput(context, room, opened.value, audience, { act: 'describe-report' })
  if (input === 'too-busy') return busy
  const edition = await room.press.describe(input)
  if (edition === 'too-busy') return busy
  const { smallCell } = opened.value.programme.settings
  return done({ round: roundHead(round), edition: { ...edition, smallCell } })
}

type Ready = Extract<Opened, { readonly state: 'ready' }>

/** A report states how the round went, so there is none while it still goes on. */
async function openClosedRound(context: Context, room: ReportRoom, roundKey: string): Promise<Result<Ready>> {
  const opened = await openResults(context, room, roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  if (value.round.state !== 'closed') return refused('round-not-closed')
  switch (value.state) {
    case 'ready':
      return done(value)
    case 'empty':
      return refused('round-without-answers')
    case 'sealed':
      return refused('results-sealed')
  }
  return value satisfies never
}

async function gatherInput(
  context: Context,
  room: ReportRoom,
  { analysis, programme, round }: Ready,
  audience: Audience,
  { act, ...detail }: ReportEntry,
): Promise<ReportInput | 'too-busy'> {
  const { plans, ...input } = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act,
      subjectKind: 'round',
      subjectId: round.id,
      detail: { round: round.key, audience, ...detail },
    })
    const draws = (await listDraws(reader, round.id)).filter(({ drawnAt }) => drawnAt !== null)
    const irregularities = await listIrregularities(reader, round.id)
    // Inside the house case numbers are for those who see the whole municipality.
    const written =
      audience === 'public' || detail.unit !== undefined
        ? irregularities.map(({ da, en }) => `${da}\n${en ?? ''}`)
        : []
    const frames = (await listDraws(reader, round.id)).map(({ id }) => id)
    const caseIds = new Set(await listCaseIdsWithin(reader, written.join('\n'), frames))
    const member = await findStaffMember(reader, context.actor.personId)
    return {
      analysis,
      programme,
      audience,
      irregularities: irregularities.map(({ da, en }) => ({
        text: {
          da: withoutCaseIds(da, caseIds, '[sagsnr.]'),
          en: withoutCaseIds(en ?? da, caseIds, '[case no.]'),
        },
      })),
      drawnInUnits: await listDrawnByUnit(reader, round.id, analysis.comparisonLevel),
      criticalCases: await listCriticalRuns(reader, round.id),
      findings: await sumFindings(reader, round.id, danishDay(context.now)),
      drawDigests: draws.map(({ level, phase, algorithm, frameDigest, seedDigest }) => ({
        level,
        phase,
        algorithm,
        frameDigest,
        seedDigest,
      })),
      ...(member === undefined ? {} : { municipality: member.municipality.name }),
      ...(member?.municipality.demo === true ? { notice: demoNotice } : {}),
      plans: await listPublishedPlans(reader),
    }
  })
  const progress = await readProgress(context, room, plans, round.periodTo)
  return progress === 'too-busy' ? progress : { ...input, plans: progress }
}

const demoNotice: LocalText = {
  da: 'Demo: opdigtede sager i en kommune, der ikke findes.',
  en: 'Demo: made-up cases of a municipality that does not exist.',
}

const names = {
  da: { report: 'rapport', internal: 'intern', public: 'offentlig' },
  en: { report: 'report', internal: 'internal', public: 'public' },
} as const

/** `rapport-2018q2-intern-da.pdf`, as the command line names it. */
function fileName(round: string, audience: Audience, lang: Language, format: ReportFormat): string {
  return `${names[lang].report}-${round}-${names[lang][audience]}-${lang}.${format}`
}
