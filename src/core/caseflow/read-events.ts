import { dayOf } from '../calendar/danish-time.ts'
import type { Checked, Problem } from '../language/problem.ts'
import { readByteRows, type ByteRow } from '../tabular/byte-rows.ts'
import type { OnProgress } from '../tabular/csv-rows.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { readLayout } from './event-layout.ts'
import { EventKinds, type EventKindName } from './event-kinds.ts'
import { noMapping, type EventMapping } from './event-mapping.ts'
import * as wrong from './event-problems.ts'
import { EventRowReader, type Tally } from './event-row-reader.ts'
import { EventTable } from './event-table.ts'
import { settleEvents } from './settle-events.ts'

export interface EventOptions {
  readonly kinds: readonly EventKindName[]
  readonly mapping?: EventMapping
  /** Attributes to keep; all that the file has, where it is left out. */
  readonly attributes?: readonly string[]
  /** Milliseconds since 1970-01-01T00:00Z. Events after it were not known then, and are left out. */
  readonly asOf: number
  /** What lies after now cannot have happened. */
  readonly now: number
  /** Read the good rows of a file that has bad ones too. */
  readonly skipRefused?: boolean
  readonly onProgress?: OnProgress
}

/** Why rows do not count. */
export const leftOutReasons = ['not-asked-about', 'after-as-of', 'same-row', 'replaced', 'refused'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export interface LeftOut {
  readonly reason: LeftOutReason
  /** The source's word for the kind; '' where the rows are of several. */
  readonly event: string
  /** The code of what is wrong, of rows that were refused one by one. */
  readonly problem?: string
  readonly count: number
  /** The first of them. */
  readonly line: number
}

export interface ReadEvents {
  readonly table: EventTable
  /** Rows below the header. */
  readonly rows: number
  readonly leftOut: readonly LeftOut[]
  /** Times that clocks showed twice when summer time ended: the day counts, the time of day does not. */
  readonly doubledHours: number
  /** What is wrong with the rows that were skipped. */
  readonly refused: readonly Problem[]
}

/** Reads case events (CSV or XLSX), or lists what is wrong with the file, row by row. Nothing is left out uncounted. */
export async function readEvents(
  bytes: Uint8Array,
  file: string,
  options: EventOptions,
): Promise<Checked<ReadEvents>> {
  const mapping = options.mapping ?? noMapping
  const kinds = new EventKinds(options.kinds, mapping)
  const problems = new RefusedRows()
  let reader: EventRowReader | undefined
  const read = await readByteRows(
    bytes,
    file,
    {
      header: (header) => {
        const layout = readLayout(header, kinds, mapping, options.attributes)
        if (!layout.ok) return layout
        const moments = {
          asOf: options.asOf,
          asOfDay: dayOf(options.asOf),
          now: options.now,
          nowDay: dayOf(options.now),
        }
        // A row takes 32 bytes and more; room that is not used costs nothing.
        const expected = Math.max(1024, Math.floor(bytes.length / 32))
        reader = new EventRowReader(layout.value, kinds, mapping, moments, expected, problems.add)
        return { ok: true, value: null }
      },
      row: (row: ByteRow) => reader?.read(row),
      ragged: problems.add,
    },
    options.onProgress,
  )
  if (!read.ok) return { ok: false, problems: [...problems.list(file), ...read.problems] }
  if (reader === undefined) throw new Error('the header was read')
  return finish(reader, kinds, problems, file, options.skipRefused === true)
}

function finish(
  reader: EventRowReader,
  kinds: EventKinds,
  problems: RefusedRows,
  file: string,
  skipRefused: boolean,
): Checked<ReadEvents> {
  const { columns, cases, units, caseworkers, children, eventIds, attributes } = reader
  const unknown = [...reader.unknown].map(([word, { count, line }]) =>
    wrong.unknownKind(word, count, kinds.findLikely(word), { file, line, column: reader.eventColumn }),
  )
  const settled = settleEvents(
    columns,
    cases.size - 1,
    (row, earlier) =>
      wrong.contradiction(eventIds.textOf(columns.eventId[row] ?? 0), columns.line[earlier] ?? 0, {
        file,
        line: columns.line[row] ?? 0,
      }),
    problems.add,
  )
  // Which days are meant must be known before any of them counts: leaving rows out would not help.
  const unsure = reader.orderProblems()
  if (unsure.length > 0) return { ok: false, problems: unsure.map(withWayOut) }
  const refused = [...unknown, ...problems.list(file)]
  if (refused.length > 0 && !skipRefused) return { ok: false, problems: refused }
  if (reader.rows === 0) return { ok: false, problems: [wrong.noRows(file)] }
  const texts = { cases, units, caseworkers, children, eventIds, kinds: kinds.keys, attributes }
  return {
    ok: true,
    value: {
      table: new EventTable(columns, texts, settled.order, settled.firsts),
      rows: reader.rows,
      leftOut: [
        ...tallies('not-asked-about', reader.leftOut),
        ...tallies('after-as-of', reader.afterAsOf),
        ...[
          { reason: 'same-row' as const, event: '', ...settled.sameRow },
          { reason: 'replaced' as const, event: '', ...settled.replaced },
        ].filter(({ count }) => count > 0),
        ...tallies('refused', reader.unknown),
        ...problems.leftOut(),
      ],
      doubledHours: reader.doubledHours,
      refused,
    },
  }
}

/** Where the order is said to the command line. */
function withWayOut(problem: Problem): Problem {
  return {
    ...problem,
    text: {
      da: `${problem.text.da} Angiv rækkefølgen i filen til --mapping: date_order: dmy, hvis dagen står først, ellers mdy.`,
      en: `${problem.text.en} Say the order in the file for --mapping: date_order: dmy if the day stands first, else mdy.`,
    },
  }
}

function tallies(reason: LeftOutReason, counts: ReadonlyMap<string, Tally>): readonly LeftOut[] {
  return [...counts].map(([event, { count, line }]) => ({ reason, event, count, line }))
}

/** Problems of rows, and how many there were of each kind. */
class RefusedRows {
  readonly #problems = new ProblemCollection()
  readonly #byCode = new Map<string, { count: number; readonly line: number }>()

  readonly add = (problem: Problem): void => {
    this.#problems.add(problem)
    const known = this.#byCode.get(problem.code)
    if (known !== undefined) known.count += 1
    else this.#byCode.set(problem.code, { count: 1, line: problem.at?.line ?? 0 })
  }

  list(file: string): readonly Problem[] {
    return this.#problems.isEmpty ? [] : this.#problems.list(file)
  }

  leftOut(): readonly LeftOut[] {
    return [...this.#byCode].map(([problem, { count, line }]) => ({
      reason: 'refused',
      event: '',
      problem,
      count,
      line,
    }))
  }
}
