import type { Checked, Problem } from '../language/problem.ts'
import { comparable } from '../tabular/column-names.ts'
import { matchColumns, type MatchedColumns } from '../tabular/match-columns.ts'
import type { Header } from '../tabular/table.ts'
import type { EventKinds } from './event-kinds.ts'
import type { EventMapping } from './event-mapping.ts'
import * as wrong from './event-problems.ts'
import { knownAttributes } from './known-attributes.ts'

type OptionalColumn =
  'time_of_day' | 'unit' | 'child' | 'cpr' | 'caseworker' | 'event_id' | 'registered' | 'born'
const optional = [
  'time_of_day',
  'unit',
  'child',
  'cpr',
  'caseworker',
  'event_id',
  'registered',
  'born',
] as const satisfies readonly OptionalColumn[]

/** Where in a file of events everything stands. */
export interface EventLayout {
  readonly header: Header
  readonly columns: MatchedColumns<'case_id', 'event' | 'at' | OptionalColumn>
  readonly attributes: readonly { readonly name: string; readonly at: number }[]
  /** Columns that nobody reads. */
  readonly rest: readonly number[]
  /** Columns that hold the date of one kind of event. */
  readonly dates: readonly { readonly kind: number; readonly at: number }[]
}

/** What practice calls the attributes that mean the same in every source. */
const attributeWords: ReadonlyMap<string, readonly string[]> = new Map([
  [knownAttributes.answers, ['svarer_på', 'besvarer', 'vedrører_hændelse']],
  [knownAttributes.rule, ['regel']],
  [knownAttributes.reason, ['begrundelse', 'årsag']],
])

/** Finds the columns of events in a header. `wanted` are the attributes to keep; all, where it is left out. */
export function readLayout(
  header: Header,
  kinds: EventKinds,
  mapping: EventMapping,
  wanted: readonly string[] | undefined,
): Checked<EventLayout> {
  const matched = match(header, mapping)
  if (!matched.ok) return matched
  const problems: Problem[] = []
  const find = (column: string): number | undefined => {
    const at = header.columns.findIndex((name) => comparable(name) === comparable(column))
    if (at >= 0) return at
    problems.push(wrong.mappedColumnMissing(column, header.columns, { file: header.file, line: header.line }))
    return undefined
  }
  const dates = mapping.dates.flatMap(({ kind, column }) => {
    const at = find(column)
    return at === undefined ? [] : [{ kind: kinds.keys.indexOf(kind), at }]
  })
  const named = new Map<number, string>()
  for (const [ours, theirs] of mapping.attributes) {
    const at = find(theirs)
    if (at !== undefined) named.set(at, ours)
  }
  const attributes = attributesOf(matched.value, named, wanted)
  for (const { name, at } of attributes)
    if (name === '__proto__')
      problems.push(wrong.reservedColumn({ file: header.file, line: header.line, column: header.columns[at] ?? name })) // prettier-ignore
  if (problems.length > 0) return { ok: false, problems }
  const read = new Set([...attributes, ...dates].map(({ at }) => at))
  const rest = matched.value.others.flatMap(({ at }) => (read.has(at) ? [] : [at]))
  return { ok: true, value: { header, columns: matched.value, attributes, rest, dates } }
}

/** A source with one row a case has dates in columns, and neither a kind nor a time to each row. */
function match(header: Header, mapping: EventMapping): Checked<EventLayout['columns']> {
  const columns = mapping.columns
  const noEvents = mapping.dates.length > 0 && columns.event === undefined && columns.at === undefined
  if (!noEvents)
    return matchColumns(header, { required: ['case_id', 'event', 'at'], optional, mapping: columns })
  return matchColumns(header, { required: ['case_id'], optional, mapping: columns })
}

function attributesOf(
  { others }: EventLayout['columns'],
  named: ReadonlyMap<number, string>,
  wanted: readonly string[] | undefined,
): EventLayout['attributes'] {
  const ours = new Map(
    [...attributeWords].flatMap(([name, words]) => [name, ...words].map((word) => [comparable(word), name])),
  )
  for (const name of wanted ?? []) ours.set(comparable(name), name)
  const byName = others.flatMap(({ name, at }) => {
    if (named.has(at)) return []
    const known = ours.get(comparable(name))
    return known === undefined && wanted !== undefined ? [] : [{ name: known ?? name, at }]
  })
  // A column can be two things at once: the planned end that an event brings, and the limit that a rule reads.
  const mapped = [...named].flatMap(([at, name]) =>
    wanted === undefined || wanted.includes(name) ? [{ name, at }] : [],
  )
  const names = new Set(mapped.map(({ name }) => name))
  return [...mapped, ...byName.filter(({ name }) => !names.has(name))]
}
