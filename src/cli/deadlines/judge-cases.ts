import { dayOf } from '../../core/calendar/danish-time.ts'
import { BreachesFile } from '../../core/caseflow/breaches-file.ts'
import { compileRules } from '../../core/caseflow/compile-rules.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import type { DeadlineState } from '../../core/caseflow/deadline.ts'
import type { EventTable } from '../../core/caseflow/event-table.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { kindsToRegister } from '../../core/caseflow/once-registered.ts'
import { rulesInHours } from '../../core/caseflow/rules-in-hours.ts'
import { csvCell } from '../../core/tabular/csv-text.ts'
import type { DeadlineCounts } from './deadline-counts.ts'

export interface Judging {
  readonly rules: readonly DeadlineRules[]
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number
  /** Absent: all but those that do not apply. */
  readonly states: readonly DeadlineState[] | undefined
}

/** Bytes of the file that are gathered before they are written. */
const chunkLength = 1 << 20
const casesBetweenProgress = 1000

/**
 * Rows of BREACHES.csv for the cases of one part out of so many, piece by piece, with the header before the first; what
 * became of the deadlines is counted on the way.
 */
export function* judgeCases(
  table: EventTable,
  part: number,
  parts: number,
  { rules, asOf, states }: Judging,
  counts: DeadlineCounts,
  onProgress: (share: number) => void,
): Generator<Uint8Array> {
  const compiled = compileRules(rules, table.kindsMissing(kindsToRegister(rules), dayOf(asOf)))
  const file = new BreachesFile(rulesInHours(rules))
  const first = Math.floor((table.cases * part) / parts)
  const end = Math.floor((table.cases * (part + 1)) / parts)
  let chunk = Buffer.allocUnsafeSlow(chunkLength)
  let length = part === 0 ? chunk.write(file.header) : 0
  for (let at = first; at < end; at += 1) {
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
      chunk = Buffer.allocUnsafeSlow(Math.max(chunkLength, text.length * 3))
      length = 0
    }
    length += chunk.write(text, length)
    if (at % casesBetweenProgress === 0) onProgress((at - first) / (end - first))
  }
  yield chunk.subarray(0, length)
}
