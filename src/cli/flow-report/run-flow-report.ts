import { join } from 'node:path'
import { dayOf } from '../../core/calendar/danish-time.ts'
import { isoDay } from '../../core/calendar/day-number.ts'
import { compileRules } from '../../core/caseflow/compile-rules.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import type { EventTable } from '../../core/caseflow/event-table.ts'
import { compileFlow, type CompiledFlow } from '../../core/caseflow/flow/compile-flow.ts'
import { countedAs } from '../../core/caseflow/flow/compose-counted-as.ts'
import { composeMonthReport } from '../../core/caseflow/flow/compose-month-report.ts'
import type { FlowReportFrame } from '../../core/caseflow/flow/compose-shared.ts'
import { composeWeekReport } from '../../core/caseflow/flow/compose-week-report.ts'
import { flowCase, type FlowCase } from '../../core/caseflow/flow/flow-case.ts'
import type { FlowPeriod } from '../../core/caseflow/flow/flow-period.ts'
import { findWindow, type FlowWindow } from '../../core/caseflow/flow/flow-window.ts'
import { reportMonth, reportWeek } from '../../core/caseflow/flow/report-cases.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { kindsToRegister } from '../../core/caseflow/once-registered.ts'
import type { ReadEvents } from '../../core/caseflow/read-events.ts'
import { languages, type Language } from '../../core/language/language.ts'
import { formatProblem, type Problem } from '../../core/language/problem.ts'
import { printReport } from '../../core/report/print-report.ts'
import type { Report } from '../../core/report/report.ts'
import { renderReport } from '../../render/renderers.ts'
import { eventOptions, readWithProgress, type EventFlags } from '../deadlines/read-case-events.ts'
import { kindsOf, readRules } from '../deadlines/read-rules.ts'
import { leftOutLines } from '../deadlines/summary.ts'
import { checkOutput, makeFolder, readInput, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import { refuse, type Terminal } from '../terminal.ts'
import { wordList } from '../usage/word-list.ts'

export interface FlowReportFlags extends EventFlags {
  readonly rules: readonly string[]
  readonly period: FlowPeriod
  readonly format: string
  readonly lang: string
  /** Milliseconds since 1970-01-01T00:00Z; absent: now. */
  readonly asOf?: number
  readonly municipality?: string
  readonly notice?: string
  readonly out: string
}

const formats = ['pdf', 'xlsx', 'docx', 'html'] as const
const names = {
  week: { da: 'ugerapport', en: 'weekly-report' },
  month: { da: 'maanedsrapport', en: 'monthly-report' },
} as const
const casesBetweenProgress = 500

/** Renders every wanted file before it writes the first. The same input and `--as-of` give the same bytes. */
export async function runFlowReport(terminal: Terminal, flags: FlowReportFlags): Promise<void> {
  const wantedFormats = wordList(terminal, '--format', flags.format, formats)
  const wantedLanguages = wordList(terminal, '--lang', flags.lang, languages)
  const asOf = flags.asOf ?? Date.now()
  const window = findWindow(flags.period, asOf)
  if (window === undefined) return refuse(terminal, [notBegun(flags.period)])
  const rules = await readRules(terminal, flags.rules)
  const flow = compileFlow(rules)
  if (!flow.isDefined) return refuse(terminal, [noFlow(flags.rules)])
  const options = await eventOptions(terminal, flags, rules, asOf)
  const read = await readWithProgress(
    terminal,
    await readInput(terminal, flags.events),
    flags.events,
    options,
  )
  const report = composed(
    judged(terminal, read.table, rules, flow, asOf),
    flow,
    window,
    frameOf(flags, rules, flow),
  )
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const language of wantedLanguages)
    for (const format of wantedFormats) {
      const name = `${names[kindOf(window)][language]}-${flags.period.name}-${language}.${format}`
      if (terminal.interactive) terminal.err(`${name}\n`)
      files.push({ name, bytes: await renderReport(report, language, format, new Date(asOf)) })
    }
  await makeFolder(terminal, flags.out)
  const inputs = [...flags.rules, flags.events, flags.mapping]
  for (const { name } of files) await checkOutput(terminal, join(flags.out, name), inputs)
  for (const { name, bytes } of files) await writeOutput(terminal, join(flags.out, name), bytes)
  for (const problem of read.refused) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
  terminal.out(
    summary(
      report,
      read,
      files.map(({ name }) => join(flags.out, name)),
      terminal.language,
    ),
  )
}

function judged(
  terminal: Terminal,
  table: EventTable,
  rules: readonly DeadlineRules[],
  flow: CompiledFlow,
  asOf: number,
): readonly FlowCase[] {
  const compiled = compileRules(rules, table.kindsMissing(kindsToRegister(rules), dayOf(asOf)))
  const progress = openProgress(terminal, { da: 'Bedømmer', en: 'Judging' })
  const cases = Array.from({ length: table.cases }, (_, at) => {
    if (at % casesBetweenProgress === 0) progress.show(at / table.cases)
    const events = table.eventsOf(at)
    return flowCase(flow, { caseId: table.caseId(at), events }, judgeCase(compiled, events, asOf), asOf)
  })
  progress.close()
  return cases
}

function composed(
  cases: readonly FlowCase[],
  flow: CompiledFlow,
  window: FlowWindow,
  frame: FlowReportFrame,
): Report {
  return kindOf(window) === 'week'
    ? composeWeekReport(reportWeek(cases, flow, window), frame)
    : composeMonthReport(reportMonth(cases, flow, window), frame)
}

function kindOf({ period }: FlowWindow): 'week' | 'month' {
  return period.name.includes('W') ? 'week' : 'month'
}

function frameOf(
  { municipality, notice }: FlowReportFlags,
  rules: readonly DeadlineRules[],
  flow: CompiledFlow,
): FlowReportFrame {
  return {
    municipality: municipality ?? null,
    notice: notice === undefined ? null : { da: notice, en: notice },
    rules: rules.map(({ title, version }) => ({
      da: `${title.da} (${version})`,
      en: `${title.en} (${version})`,
    })),
    toJudge: 0,
    counted: countedAs(flow, kindsOf(rules)),
  }
}

/** The report's own first lines, what did not count, and what was written. */
function summary(report: Report, read: ReadEvents, paths: readonly string[], language: Language): string {
  const printed = printReport(report, language)
  const brief = (printed.sections[0]?.blocks ?? []).flatMap((block) =>
    block.kind === 'list'
      ? block.items.map((item) => `- ${item}`)
      : block.kind === 'note'
        ? [block.text]
        : [],
  )
  const written = { da: 'Skrevet', en: 'Written' }[language]
  return [
    `${printed.title} (${printed.subtitle})`,
    ...brief,
    '',
    ...leftOutLines(read, language),
    ...paths.map((path) => `${written}: ${path}`),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function notBegun({ name, from }: FlowPeriod): Problem {
  return {
    code: 'period-not-begun',
    text: {
      da: `${name} begynder først ${isoDay(from)}, og rapporten ses før den dag. Vælg en tidligere, eller ret --as-of.`,
      en: `${name} begins on ${isoDay(from)} only, and the report is looked at before that day. Choose an earlier one or correct --as-of.`,
    },
  }
}

function noFlow(files: readonly string[]): Problem {
  return {
    code: 'flow-missing',
    text: {
      da: 'Reglerne siger ikke, hvad rapporten skal tælle. Tilføj "flow" til filen; docs/deadlines.md viser hvordan.',
      en: 'The rules do not say what the report is to count. Add “flow” to the file; docs/deadlines.md shows how.',
    },
    at: { file: files[0] ?? '' },
  }
}
