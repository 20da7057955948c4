import type { DeadlineState } from '../../core/caseflow/deadline.ts'
import { formatProblem } from '../../core/language/problem.ts'
import { checkOutput, readInput, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import { DeadlineCounts } from './deadline-counts.ts'
import { explain } from './explain.ts'
import { judgeCases } from './judge-cases.ts'
import { JudgingThreads } from './judging-threads.ts'
import { eventOptions, readWithProgress, type EventFlags } from './read-case-events.ts'
import { readRules } from './read-rules.ts'
import { summarise } from './summary.ts'

export interface DeadlinesFlags extends EventFlags {
  readonly rules: readonly string[]
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number
  readonly out: string
  readonly state?: readonly DeadlineState[]
  readonly explain?: true
}

export async function runDeadlines(terminal: Terminal, flags: DeadlinesFlags): Promise<void> {
  await checkOutput(terminal, flags.out, [...flags.rules, flags.events, flags.mapping])
  const { asOf } = flags
  const rules = await readRules(terminal, flags.rules)
  const options = await eventOptions(terminal, flags, rules, asOf)
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

async function* joined(
  first: Iterable<Uint8Array>,
  others: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first
  yield* others
}
