import { BreachesFile } from '../../core/caseflow/breaches-file.ts'
import { compileRules, type CompiledRules } from '../../core/caseflow/compile-rules.ts'
import type { DeadlineState } from '../../core/caseflow/deadline.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { readEventMapping, type EventMapping } from '../../core/caseflow/event-mapping.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { readEvents, type ReadEvents } from '../../core/caseflow/read-events.ts'
import { ruleAttributes } from '../../core/caseflow/rule-attributes.ts'
import { rulesInHours } from '../../core/caseflow/rules-in-hours.ts'
import { formatProblem } from '../../core/language/problem.ts'
import { csvCell } from '../../core/tabular/csv-text.ts'
import { checkOutput, readInput, readText, writeOutput } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import { DeadlineCounts } from './deadline-counts.ts'
import { explain } from './explain.ts'
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

/** Bytes of the file that are kept back before they are written. */
const chunkLength = 1 << 20
const casesBetweenProgress = 1000

export async function runDeadlines(terminal: Terminal, flags: DeadlinesFlags): Promise<void> {
  await checkOutput(terminal, flags.out, [...flags.rules, flags.events, flags.mapping])
  const { asOf } = flags
  const rules = await readRules(terminal, flags.rules)
  const read = await readEventInput(terminal, flags, rules, asOf)
  const counts = new DeadlineCounts(rules)
  const judging = openProgress(terminal, { da: 'Bedømmer', en: 'Judging' })
  await writeOutput(
    terminal,
    flags.out,
    breaches(read, compileRules(rules), asOf, flags.state, counts, rulesInHours(rules), judging.show),
  )
  judging.close()
  for (const problem of read.refused) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
  terminal.out(summarise({ counts, read, rules, out: flags.out }, terminal.language))
  if (flags.explain === true) terminal.out(explain(rules, terminal.language))
}

async function readEventInput(
  terminal: Terminal,
  flags: DeadlinesFlags,
  rules: readonly DeadlineRules[],
  asOf: number,
): Promise<ReadEvents> {
  const kinds = kindsOf(rules)
  const mapping =
    flags.mapping === undefined
      ? undefined
      : await readMapping(
          terminal,
          flags.mapping,
          kinds.map(({ key }) => key),
        )
  const bytes = await readInput(terminal, flags.events)
  const reading = openProgress(terminal, { da: 'Læser hændelser', en: 'Reading events' })
  const read = await readEvents(bytes, flags.events, {
    kinds,
    ...(mapping === undefined ? {} : { mapping }),
    attributes: ruleAttributes(rules),
    asOf,
    now: Math.max(asOf, Date.now()),
    skipRefused: flags.skipRefused === true,
    onProgress: reading.show,
  })
  reading.close()
  return orRefuse(terminal, read)
}

async function readMapping(
  terminal: Terminal,
  path: string,
  kinds: readonly string[],
): Promise<EventMapping> {
  return orRefuse(terminal, readEventMapping(await readText(terminal, path), path, kinds))
}

/** The file, piece by piece, while the cases are judged; what became of them all is counted on the way. */
function* breaches(
  { table }: ReadEvents,
  compiled: CompiledRules,
  asOf: number,
  states: readonly DeadlineState[] | undefined,
  counts: DeadlineCounts,
  inHours: ReadonlySet<string>,
  onProgress: (share: number) => void,
): Generator<Uint8Array> {
  const file = new BreachesFile(inHours)
  let chunk = Buffer.allocUnsafe(chunkLength)
  let length = chunk.write(file.header)
  for (let at = 0; at < table.cases; at += 1) {
    const cell = csvCell(table.caseId(at))
    let text = ''
    for (const deadline of judgeCase(compiled, table.eventsOf(at), asOf)) {
      counts.add(deadline)
      const isWritten =
        states === undefined ? deadline.state !== 'not-applicable' : states.includes(deadline.state)
      if (isWritten) text += file.line(cell, deadline)
    }
    // UTF-8 takes at most three bytes for a unit of a string.
    if (length + text.length * 3 > chunk.length) {
      yield chunk.subarray(0, length)
      chunk = Buffer.allocUnsafe(Math.max(chunkLength, text.length * 3))
      length = 0
    }
    length += chunk.write(text, length)
    if (at % casesBetweenProgress === 0) onProgress(at / table.cases)
  }
  yield chunk.subarray(0, length)
}
