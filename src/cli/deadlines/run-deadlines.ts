import type { DeadlineState } from '../../core/caseflow/deadline.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { readEventMapping, type EventMapping } from '../../core/caseflow/event-mapping.ts'
import { readEvents, type EventOptions, type ReadEvents } from '../../core/caseflow/read-events.ts'
import { ruleAttributes } from '../../core/caseflow/rule-attributes.ts'
import { formatProblem } from '../../core/language/problem.ts'
import { checkOutput, readInput, readText, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import { DeadlineCounts } from './deadline-counts.ts'
import { explain } from './explain.ts'
import { judgeCases } from './judge-cases.ts'
import { JudgingThreads } from './judging-threads.ts'
import { kindsOf, readRules } from './read-rules.ts'
import { summarise } from './summary.ts'

export interface DeadlinesFlags {
  readonly rules: readonly string[]
  readonly events: string
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number
  readonly out: string
  readonly mapping?: string
  readonly state?: readonly DeadlineState[]
  readonly skipRefused?: true
  readonly explain?: true
}

export async function runDeadlines(terminal: Terminal, flags: DeadlinesFlags): Promise<void> {
  await checkOutput(terminal, flags.out, [...flags.rules, flags.events, flags.mapping])
  const { asOf } = flags
  const rules = await readRules(terminal, flags.rules)
  const options = await eventOptions(terminal, flags, rules)
  const bytes = await readInput(terminal, flags.events)
  const judging = { rules, asOf, states: flags.state }
  const threads = new JudgingThreads({ bytes, file: flags.events, options, judging })
  const counts = new DeadlineCounts(rules)
  try {
    const read = await readWithProgress(terminal, bytes, flags.events, options)
    const progress = openProgress(terminal, { da: 'Bedømmer', en: 'Judging' })
    const first = judgeCases(read.table, 0, threads.parts, judging, counts, progress.show)
    await writeOutput(terminal, flags.out, joined(first, threads.rows(counts)))
    progress.close()
    for (const problem of read.refused) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
    terminal.out(summarise({ counts, read, rules, out: flags.out }, terminal.language))
  } finally {
    await threads.close()
  }
  if (flags.explain === true) terminal.out(explain(rules, terminal.language))
}

async function eventOptions(
  terminal: Terminal,
  flags: DeadlinesFlags,
  rules: readonly DeadlineRules[],
): Promise<EventOptions> {
  const kinds = kindsOf(rules)
  const mapping =
    flags.mapping === undefined
      ? undefined
      : await readMapping(
          terminal,
          flags.mapping,
          kinds.map(({ key }) => key),
        )
  return {
    kinds,
    ...(mapping === undefined ? {} : { mapping }),
    attributes: ruleAttributes(rules),
    asOf: flags.asOf,
    now: Math.max(flags.asOf, Date.now()),
    skipRefused: flags.skipRefused === true,
  }
}

async function readWithProgress(
  terminal: Terminal,
  bytes: Uint8Array,
  file: string,
  options: EventOptions,
): Promise<ReadEvents> {
  const reading = openProgress(terminal, { da: 'Læser hændelser', en: 'Reading events' })
  const read = await readEvents(bytes, file, { ...options, onProgress: reading.show })
  reading.close()
  return orRefuse(terminal, read)
}

async function* joined(
  first: Iterable<Uint8Array>,
  others: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first
  yield* others
}

async function readMapping(
  terminal: Terminal,
  path: string,
  kinds: readonly string[],
): Promise<EventMapping> {
  return orRefuse(terminal, readEventMapping(await readText(terminal, path), path, kinds))
}
