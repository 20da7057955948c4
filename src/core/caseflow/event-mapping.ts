import type { Checked, Problem } from '../language/problem.ts'
import { parseYaml } from '../notation/parse-yaml.ts'
import { findLikelyWord } from '../programme/did-you-mean.ts'
import { readColumnMapping } from '../tabular/column-mapping.ts'
import { comparable } from '../tabular/column-names.ts'
import type { ColumnMapping } from '../tabular/match-columns.ts'
import { dateOrders, secondOfDay, type DateOrder } from '../tabular/written-date.ts'
import * as wrong from './mapping-problems.ts'

/** How a source writes what our rules ask for. */
export interface EventMapping {
  readonly columns: ColumnMapping
  /** Our name of an attribute to the column's. */
  readonly attributes: ReadonlyMap<string, string>
  /** Their word for a kind of event, as it is compared, to our key. */
  readonly kinds: ReadonlyMap<string, string>
  /** Columns that hold the date of one kind of event, for a source with one row a case. */
  readonly dates: readonly { readonly kind: string; readonly column: string }[]
  /** Their kinds that no rule asks about, as they are compared; or every kind that is not known. */
  readonly leftOut: ReadonlySet<string> | 'others'
  /** Seconds of the day that the source writes where it knows no time of day. */
  readonly noTime: ReadonlySet<number>
  /** What stands first in dates whose year stands last; undefined where nobody has said, and the file must show it. */
  readonly dateOrder: DateOrder | undefined
}

/** What a person says of a source's files beside columns and kinds; what is left out has not been said. */
export interface EventReading {
  readonly dateOrder?: DateOrder
  /** Times of day (`00:00`) that mean that none is known. */
  readonly noTime?: readonly string[]
  /** Our name of an attribute to the column's. */
  readonly attributes?: Readonly<Record<string, string>>
}

export const noMapping: EventMapping = {
  columns: {},
  attributes: new Map(),
  kinds: new Map(),
  dates: [],
  leftOut: new Set(),
  noTime: new Set(),
  dateOrder: undefined,
}

const sections = ['attributes', 'kinds', 'dates', 'left_out', 'no_time', 'date_order'] as const
type Section = (typeof sections)[number]

/** Reads a mapping file for events (YAML): columns as in any mapping file, and what a source calls things. */
export function readEventMapping(
  text: string,
  file: string,
  kinds: readonly string[],
): Checked<EventMapping> {
  const parsed = parseYaml(text, file)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!isRecord(value)) return { ok: false, problems: [wrong.notAMapping(file)] }
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !isSection(key)))
  const columns: Checked<ColumnMapping> =
    Object.keys(rest).length === 0
      ? { ok: true, value: {} }
      : readColumnMapping(JSON.stringify(rest), file, sections)
  const problems: Problem[] = columns.ok ? [] : [...columns.problems]
  const mapping: EventMapping = {
    columns: columns.ok ? columns.value : {},
    attributes: new Map(pairsOf(value, 'attributes', file, problems)),
    kinds: kindsOf(value, kinds, file, problems),
    dates: pairsOf(value, 'dates', file, problems).map(([kind, column]) => {
      if (!kinds.includes(kind))
        problems.push(wrong.unknownKind('dates', kind, findLikelyWord(kind, kinds), file))
      return { kind, column }
    }),
    leftOut: value['left_out'] === '*' ? 'others' : leftOutOf(value, file, problems),
    noTime: noTimeOf(value, file, problems),
    dateOrder: dateOrderOf(value, file, problems),
  }
  return problems.length === 0 ? { ok: true, value: mapping } : { ok: false, problems }
}

function isSection(key: string): key is Section {
  return sections.some((section) => section === key)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A section of one name a line. */
function pairsOf(
  value: Readonly<Record<string, unknown>>,
  section: Section,
  file: string,
  problems: Problem[],
): readonly (readonly [string, string])[] {
  const found = value[section]
  if (found === undefined) return []
  if (!isRecord(found)) {
    problems.push(wrong.notPairs(section, file))
    return []
  }
  return Object.entries(found).flatMap(([ours, theirs]) => {
    if (typeof theirs === 'string' && theirs.trim() !== '') return [[ours, theirs.trim()] as const]
    problems.push(wrong.notAName(`${section}.${ours}`, file))
    return []
  })
}

/** Our key to one of their words or several. */
function kindsOf(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  file: string,
  problems: Problem[],
): ReadonlyMap<string, string> {
  const found = value['kinds']
  const kinds = new Map<string, string>()
  if (found === undefined) return kinds
  if (!isRecord(found)) {
    problems.push(wrong.notPairs('kinds', file))
    return kinds
  }
  for (const [ours, theirs] of Object.entries(found)) {
    if (!known.includes(ours))
      problems.push(wrong.unknownKind('kinds', ours, findLikelyWord(ours, known), file))
    for (const word of textsOf(theirs, `kinds.${ours}`, file, problems)) {
      const earlier = kinds.get(comparable(word))
      if (earlier !== undefined && earlier !== ours) problems.push(wrong.kindTwice(word, earlier, ours, file))
      kinds.set(comparable(word), ours)
    }
  }
  return kinds
}

function leftOutOf(
  value: Readonly<Record<string, unknown>>,
  file: string,
  problems: Problem[],
): ReadonlySet<string> {
  const found = value['left_out']
  return new Set(found === undefined ? [] : textsOf(found, 'left_out', file, problems).map(comparable))
}

function noTimeOf(
  value: Readonly<Record<string, unknown>>,
  file: string,
  problems: Problem[],
): ReadonlySet<number> {
  const found = value['no_time']
  if (found === undefined) return new Set()
  return new Set(
    textsOf(found, 'no_time', file, problems).flatMap((text) => {
      const second = secondOfDay(text)
      if (second !== undefined) return [second]
      problems.push(wrong.notATime(text, file))
      return []
    }),
  )
}

function dateOrderOf(
  value: Readonly<Record<string, unknown>>,
  file: string,
  problems: Problem[],
): DateOrder | undefined {
  const found = value['date_order']
  if (found === undefined) return undefined
  const order = dateOrders.find((one) => one === found)
  if (order === undefined) problems.push(wrong.notAnOrder(file))
  return order
}

function textsOf(value: unknown, where: string, file: string, problems: Problem[]): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
  return texts.flatMap((text) => {
    if (typeof text === 'string' && text.trim() !== '') return [text.trim()]
    problems.push(wrong.notAName(where, file))
    return []
  })
}
