import { eventColumns } from '../../contract/caseflow/event-imports.ts'
import { dayOf } from '../../core/calendar/danish-time.ts'
import { readLayout } from '../../core/caseflow/event-layout.ts'
import { EventKinds } from '../../core/caseflow/event-kinds.ts'
import { noMapping, type EventMapping } from '../../core/caseflow/event-mapping.ts'
import { EventRowReader } from '../../core/caseflow/event-row-reader.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import { hideCpr } from '../../core/registry/hide-cpr.ts'
import { withoutCpr } from '../../core/registry/registry-row.ts'
import { readByteRows } from '../../core/tabular/byte-rows.ts'
import { columnNames, comparable } from '../../core/tabular/column-names.ts'
import type { Header } from '../../core/tabular/table.ts'
import { secondOfDay } from '../../core/tabular/written-date.ts'
import type { RefusedEvent } from '../../storage/caseflow/stage-events.ts'
import type { Names } from '../../storage/tables/caseflow.ts'
import type { EventMessage, EventTask, EventTotals } from './event-message.ts'
import { findPersonalKey, openCprVault, type CprVault } from '../registry/personal-key.ts'
import { cprColumn, noEventRows, personalKeyMissing } from './event-file-problems.ts'
import { stageFile } from './stage-file.ts'

/** The refused rows of a file that are kept to be shown; all are counted. */
const keptRefused = 1000
const keptWords = 50

/** Reads a file of events and tells what stands in it, row by row in large portions. */
export async function readEventRows(task: EventTask, tell: (message: EventMessage) => void): Promise<void> {
  const { file } = task
  const mapping = mappingOf(task)
  const kinds = new EventKinds(task.kinds, mapping)
  const vault = vaultOf(task)
  const refused = new RefusedLines()
  let reader: EventRowReader | undefined
  let found: { readonly columns: readonly string[]; readonly mapping: Names } | undefined
  let told = false
  const read = await readByteRows(task.bytes, file, {
    header: (header) => {
      const layout = readLayout(header, kinds, mapping, undefined)
      const columns = header.columns.map(hideCpr)
      if (!layout.ok) {
        const guessed = hiddenNames(guessColumns(header, task.mapping))
        tell({ kind: 'unmatched', columns, mapping: guessed, problems: layout.problems.map(withoutCpr) })
        told = true
        return { ok: false, problems: [] }
      }
      const problem = cprColumn(layout.value)
      if (problem !== undefined) {
        const guessed = hiddenNames(guessColumns(header, task.mapping))
        tell({ kind: 'unmatched', columns, mapping: guessed, problems: [withoutCpr(problem)] })
        told = true
        return { ok: false, problems: [] }
      }
      // A row takes 32 bytes and more; room that is not used costs nothing.
      const expected = Math.max(1024, Math.floor(task.bytes.length / 32))
      const nowDay = dayOf(task.now)
      const moments = { asOf: task.now, asOfDay: nowDay, now: task.now, nowDay }
      reader = new EventRowReader(layout.value, kinds, mapping, moments, expected, refused.add)
      if (reader.childIsCpr && vault === undefined)
        return { ok: false, problems: [personalKeyMissing(layout.value)] }
      found = { columns, mapping: hiddenNames(guessColumns(header, task.mapping)) }
      return { ok: true, value: null }
    },
    row: (row) => reader?.read(row),
    ragged: refused.add,
  })
  if (told) return
  if (!read.ok || reader === undefined || found === undefined) {
    tell({ kind: 'unusable', problems: problemsOf(read).map(withoutCpr) })
    return
  }
  if (reader.rows + refused.count === 0) {
    tell({ kind: 'unusable', problems: [noEventRows(file)] })
    return
  }
  // Which days are meant must be known before any of them is compared with what stands.
  const unsure = reader.orderProblems()
  if (unsure.length > 0) {
    tell({ kind: 'unmatched', ...found, problems: unsure.map(withoutCpr) })
    return
  }
  tell({ kind: 'columns', ...found, dateOrder: reader.dateOrder })
  const standing = stageFile(reader, { ...task, keys: kinds.keys, vault }, refused.add, tell)
  if (refused.kept.length > 0) tell({ kind: 'refused', rows: refused.kept })
  const unknown = [...reader.unknown].map(([word, { count }]) => ({ word: hideCpr(word), count }))
  tell({
    kind: 'end',
    totals: {
      rows: reader.rows + refused.ragged,
      refused: refused.count,
      why: refused.why(),
      unknownKinds: unknown.reduce((sum, { count }) => sum + count, 0),
      ...standing,
      words: unknown.toSorted((a, b) => b.count - a.count).slice(0, keptWords),
    },
  })
}

function mappingOf({ mapping, kindWords, reading }: EventTask): EventMapping {
  const kinds = Object.entries(kindWords).map(([word, key]) => [comparable(word), key] as const)
  return {
    ...noMapping,
    columns: mapping,
    kinds: new Map(kinds),
    attributes: new Map(Object.entries(reading.attributes ?? {})),
    noTime: new Set((reading.noTime ?? []).flatMap((text) => secondOfDay(text) ?? [])),
    dateOrder: reading.dateOrder,
  }
}

function vaultOf({ personalKey, municipality }: EventTask): CprVault | undefined {
  const key = personalKey && findPersonalKey(Buffer.from(personalKey).toString('hex'))
  return key && openCprVault(key, municipality)
}

function problemsOf(read: Checked<null>): readonly Problem[] {
  return read.ok ? [] : read.problems
}

/** What could be found of our columns, our name to theirs, for a person to complete. */
function guessColumns(header: Header, mapping: Names): Names {
  const found: Record<string, string> = {}
  for (const ours of eventColumns) {
    const chosen = mapping[ours]
    const accepted = new Set((chosen === undefined ? [ours, ...columnNames[ours]] : [chosen]).map(comparable))
    const theirs = header.columns.filter((name) => accepted.has(comparable(name)))
    if (theirs.length === 1 && theirs[0] !== undefined) found[ours] = theirs[0]
  }
  return found
}

function hiddenNames(mapping: Names): Names {
  return Object.fromEntries(Object.entries(mapping).map(([ours, theirs]) => [ours, hideCpr(theirs)]))
}

/** Rows that cannot be used, each once however much is wrong with it. */
class RefusedLines {
  readonly kept: RefusedEvent[] = []
  /** Rows, counted also where they are no longer kept. */
  count = 0
  ragged = 0
  readonly #lines = new Map<number, Problem[]>()
  readonly #codes = new Map<string, number>()

  readonly add = (problem: Problem): void => {
    const line = problem.at?.line ?? 0
    const known = this.#lines.get(line)
    if (known !== undefined) {
      known.push(withoutCpr(problem))
      return
    }
    this.count += 1
    this.#codes.set(problem.code, (this.#codes.get(problem.code) ?? 0) + 1)
    if (problem.code === 'ragged-row') this.ragged += 1
    const problems = this.kept.length < keptRefused ? [withoutCpr(problem)] : []
    this.#lines.set(line, problems)
    if (this.kept.length < keptRefused) this.kept.push({ line, problems })
  }

  /** Rows by the code of what is wrong with them first. */
  why(): EventTotals['why'] {
    return [...this.#codes].map(([code, count]) => ({ code, count }))
  }
}
