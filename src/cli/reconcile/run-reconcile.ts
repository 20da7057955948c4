import { getComparisonLevel } from '../../core/analysis/question-index.ts'
import { dayOf } from '../../core/calendar/danish-time.ts'
import { compileRules } from '../../core/caseflow/compile-rules.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { readEventMapping } from '../../core/caseflow/event-mapping.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { kindsToRegister } from '../../core/caseflow/once-registered.ts'
import { readEvents } from '../../core/caseflow/read-events.ts'
import { checkPairs } from '../../core/caseflow/reconcile/check-pairs.ts'
import { parseReconciliationMapping } from '../../core/caseflow/reconcile/parse-reconciliation-mapping.ts'
import { reconcile } from '../../core/caseflow/reconcile/reconcile.ts'
import type { QuestionPair } from '../../core/caseflow/reconcile/reconciliation-mapping.ts'
import {
  reconciliationColumns,
  reconciliationRow,
} from '../../core/caseflow/reconcile/reconciliation-rows.ts'
import type { RegistryClock } from '../../core/caseflow/reconcile/registry-finding.ts'
import { ruleAttributes } from '../../core/caseflow/rule-attributes.ts'
import type { DrawFile } from '../../core/draw/draw-file.ts'
import { formatProblem } from '../../core/language/problem.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { Answer } from '../../core/review/answer.ts'
import { readAnswerFiles } from '../../core/review/answers-file.ts'
import { csvText } from '../../core/tabular/csv-text.ts'
import { kindsOf, readRules } from '../deadlines/read-rules.ts'
import { inFile, readDrawInput, readFrameInput } from '../draw/read-inputs.ts'
import { checkOutput, readInput, readText, writeOutput } from '../files.ts'
import { readProgramme } from '../programme.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'
import { reconciliationSummary } from './summary.ts'

export interface ReconcileFlags {
  readonly programme: string
  readonly answers: readonly string[]
  readonly rules: readonly string[]
  readonly events: string
  readonly out: string
  readonly frame?: string
  readonly draw?: readonly string[]
  readonly round?: string
  readonly level?: number
  readonly pairs?: string
  readonly mapping?: string
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly asOf?: number
}

export async function runReconcile(terminal: Terminal, flags: ReconcileFlags): Promise<void> {
  const { events, pairs, mapping, frame, draw = [] } = flags
  await checkOutput(terminal, flags.out, [
    flags.programme,
    ...flags.answers,
    ...flags.rules,
    events,
    pairs,
    mapping,
    frame,
    ...draw,
  ])
  const programme = await readProgramme(terminal, flags.programme)
  const rules = await readRules(terminal, flags.rules)
  const asked = await readPairs(terminal, flags, programme, rules)
  const files = []
  for (const name of flags.answers) files.push({ name, bytes: await readInput(terminal, name) })
  const answers = orRefuse(terminal, await readAnswerFiles(files, programme))
  const draws: DrawFile[] = []
  for (const name of draw) draws.push(await readDrawInput(terminal, name))
  const stages = programme.stages.map(({ key }) => key)
  const finished =
    frame === undefined ? undefined : (await readFrameInput(terminal, { frame }, stages)).finished
  const found = reconcile({
    analysis: {
      programme,
      round: roundOf(terminal, answers, flags),
      answers,
      draws,
      ...(finished === undefined ? {} : { frame: finished }),
    },
    level: flags.level ?? getComparisonLevel(programme),
    pairs: asked,
    clocks: await judgedCases(terminal, flags, rules),
    frame: finished ?? null,
  })
  const result = orRefuse(terminal, inFile(found, flags.answers.join(', ')))
  await writeOutput(
    terminal,
    flags.out,
    csvText([
      reconciliationColumns.map(({ key }) => key),
      ...result.answers.map((answer) =>
        reconciliationRow(result.round, answer, { programme, language: terminal.language, codes: true }),
      ),
    ]),
  )
  for (const line of reconciliationSummary(result, programme, terminal.language)) terminal.out(`${line}\n`)
}

/** Pairs that a side lacks are told on standard error and left out; without any left there is nothing to do. */
async function readPairs(
  terminal: Terminal,
  { pairs }: ReconcileFlags,
  programme: Programme,
  rules: readonly DeadlineRules[],
): Promise<readonly QuestionPair[]> {
  const { path, text } =
    pairs === undefined
      ? await includedPairsOf(terminal, programme)
      : { path: pairs, text: await readText(terminal, pairs) }
  const mapping = orRefuse(terminal, parseReconciliationMapping(text, path))
  const checked = checkPairs(mapping, programme, rules, path)
  if (checked.pairs.length === 0) refuse(terminal, checked.problems)
  for (const problem of checked.problems) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
  return checked.pairs
}

async function includedPairsOf(
  terminal: Terminal,
  programme: Programme,
): Promise<{ readonly path: string; readonly text: string }> {
  const { includedPairs } = await import('../../boot/included-pairs.ts')
  const name = `${programme.key}.yaml`
  const found = (await includedPairs()).find((file) => file.name === name)
  if (found !== undefined) return { path: found.name, text: found.text }
  return refuse(terminal, [
    {
      code: 'no-pairs',
      text: {
        da: `Til programmet "${programme.key}" følger ingen fil om, hvilke spørgsmål og frister der spørger om det samme. Angiv en med --pairs.`,
        en: `The programme "${programme.key}" comes with no file of which questions and deadlines ask the same. Give one with --pairs.`,
      },
    },
  ])
}

function roundOf(
  terminal: Terminal,
  answers: readonly Answer[],
  { round, answers: files }: ReconcileFlags,
): string {
  const rounds = [...new Set(answers.map((answer) => answer.round))].toSorted()
  const [only] = rounds
  if (round !== undefined) return round
  if (only !== undefined && rounds.length === 1) return only
  return refuse(terminal, [
    {
      code: 'several-rounds',
      text: {
        da: `Filen har svar fra flere runder: ${rounds.join(', ')}. Vælg en med --round.`,
        en: `The file has answers of several rounds: ${rounds.join(', ')}. Choose one with --round.`,
      },
      at: { file: files.join(', ') },
    },
  ])
}

async function judgedCases(
  terminal: Terminal,
  { events, mapping, asOf }: ReconcileFlags,
  rules: readonly DeadlineRules[],
): Promise<ReadonlyMap<string, readonly RegistryClock[]>> {
  const kinds = kindsOf(rules)
  const keys = kinds.map(({ key }) => key)
  const words =
    mapping === undefined
      ? undefined
      : orRefuse(terminal, readEventMapping(await readText(terminal, mapping), mapping, keys))
  const now = Date.now()
  const at = asOf ?? now
  const { table } = orRefuse(
    terminal,
    await readEvents(await readInput(terminal, events), events, {
      kinds,
      ...(words === undefined ? {} : { mapping: words }),
      attributes: ruleAttributes(rules),
      asOf: at,
      now: Math.max(at, now),
    }),
  )
  const compiled = compileRules(rules, table.kindsMissing(kindsToRegister(rules), dayOf(at)))
  const clocks = new Map<string, readonly RegistryClock[]>()
  for (let index = 0; index < table.cases; index += 1)
    clocks.set(table.caseId(index), judgeCase(compiled, table.eventsOf(index), at))
  return clocks
}
