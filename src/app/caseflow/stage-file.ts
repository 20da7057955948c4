import type { EventRowReader } from '../../core/caseflow/event-row-reader.ts'
import { knownAttributes } from '../../core/caseflow/known-attributes.ts'
import type { Problem } from '../../core/language/problem.ts'
import { holdsCpr } from '../../core/registry/hide-cpr.ts'
import type { ByteDictionary } from '../../core/tabular/byte-dictionary.ts'
import { comparable } from '../../core/tabular/column-names.ts'
import type { StagedEvent } from '../../storage/caseflow/stage-events.ts'
import type { CprVault } from '../registry/personal-key.ts'
import { EventIdentity } from './event-identity.ts'
import { contradictory, strayCpr, unfitCell } from './event-file-problems.ts'
import type { EventMessage, EventTask } from './event-message.ts'

const rowsAtOnce = 5000
const msInDay = 86_400_000
/** Longer ids would not fit into an index, and no case system has them. */
const longest = { id: 200, text: 2000 }
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/u

interface StagedFile extends EventTask {
  /** Keys of the kinds by their number. */
  readonly keys: readonly string[]
  /** There wherever the children are known by their CPR numbers. */
  readonly vault: CprVault | undefined
}

/** Tells the rows that were read as events to be compared with those that stand, and counts what stands out in them. */
export function stageFile(
  reader: EventRowReader,
  { file, kinds, units, keys, vault }: StagedFile,
  refuse: (problem: Problem) => void,
  tell: (message: EventMessage) => void,
): { readonly missingTimes: number; readonly unknownUnits: number; readonly repeated: number } {
  const { columns } = reader
  const timed = new Set(kinds.flatMap(({ key, needsTime }) => (needsTime ? [keys.indexOf(key)] : [])))
  const unitNames = new Set(units.map(comparable))
  const unsound = unsoundRows(reader, file)
  const identity = new EventIdentity(reader, (row) => !unsound.has(row))
  const children = new StagedChildren(reader, vault)
  const strange = new Map<number, boolean>()
  const counts = { missingTimes: 0, unknownUnits: 0, repeated: 0 }
  let staged: StagedEvent[] = []
  const flush = (): void => {
    if (staged.length > 0) tell({ kind: 'rows', rows: JSON.stringify(staged), count: staged.length })
    staged = []
  }
  for (let row = 0; row < columns.size; row += 1) {
    const line = columns.line[row] ?? 0
    const problem = unsound.get(row)
    if (problem !== undefined) {
      refuse(problem)
      continue
    }
    if (identity.isRepeat(row)) {
      counts.repeated += 1
      continue
    }
    const earlier = identity.contradicted(row)
    if (earlier !== undefined) {
      refuse(contradictory(earlier, { file, line }))
      continue
    }
    const moment = columns.moment[row] ?? Number.NaN
    const registered = columns.registered[row] ?? Number.NaN
    const unit = columns.unit[row] ?? 0
    if (Number.isNaN(moment) && timed.has(columns.kind[row] ?? 0)) counts.missingTimes += 1
    if (unit !== 0) {
      const isStrange = strange.get(unit) ?? !unitNames.has(comparable(reader.units.textOf(unit)))
      strange.set(unit, isStrange)
      if (isStrange) counts.unknownUnits += 1
    }
    staged.push({
      line,
      event_key: identity.keyOf(row, keys),
      case_id: reader.cases.textOf((columns.caseAt[row] ?? 0) + 1),
      kind: keys[columns.kind[row] ?? 0] ?? '',
      day: new Date((columns.day[row] ?? 0) * msInDay).toISOString().slice(0, 10),
      moment: Number.isNaN(moment) ? null : new Date(moment).toISOString(),
      unit: reader.units.textOf(unit),
      caseworker: reader.caseworkers.textOf(columns.caseworker[row] ?? 0),
      ...children.of(columns.child[row] ?? 0),
      attributes: attributesOf(reader, row),
      registered: Number.isNaN(registered) ? null : new Date(registered).toISOString(),
      superseded: identity.isSuperseded(row),
    })
    if (staged.length === rowsAtOnce) flush()
  }
  flush()
  return counts
}

type StagedChild = Pick<StagedEvent, 'child' | 'child_cpr_hash' | 'child_cpr'>
const nobody: StagedChild = { child: null, child_cpr_hash: null, child_cpr: null }

/** Children by their id or, hidden, by their CPR number; each number is hidden once. */
class StagedChildren {
  readonly #reader: EventRowReader
  readonly #vault: CprVault | undefined
  readonly #known: (StagedChild | undefined)[] = [nobody]

  constructor(reader: EventRowReader, vault: CprVault | undefined) {
    this.#reader = reader
    this.#vault = vault
  }

  of(number: number): StagedChild {
    return (this.#known[number] ??= this.#made(this.#reader.children.textOf(number)))
  }

  #made(text: string): StagedChild {
    if (!this.#reader.childIsCpr) return { ...nobody, child: text }
    if (this.#vault === undefined) throw new Error('a CPR number was read without a key')
    const hash = this.#vault.hash(text).toString('hex')
    return {
      // As the registry names a child it knows by the number only.
      child: `K-${hash.slice(0, 16)}`,
      child_cpr_hash: hash,
      child_cpr: this.#vault.encrypt(text).toString('base64'),
    }
  }
}

function attributesOf(reader: EventRowReader, row: number): Readonly<Record<string, string>> {
  const { columns, attributes, eventIds } = reader
  const found: Record<string, string> = {}
  const id = columns.eventId[row] ?? 0
  // The rules pair an answer with what it answers by this id.
  if (id !== 0) found[knownAttributes.id] = eventIds.textOf(id)
  for (const [index, { name, texts }] of attributes.entries()) {
    const number = columns.attributes[index]?.[row] ?? 0
    if (number !== 0) found[name] = texts.textOf(number)
  }
  return found
}

function unsoundRows(reader: EventRowReader, file: string): ReadonlyMap<number, Problem> {
  const texts = new UnsoundTexts(reader)
  const found = new Map<number, Problem>()
  for (let row = 0; row < reader.columns.size; row += 1) {
    const problem = texts.problemOf(row, file)
    if (problem !== undefined) found.set(row, problem)
  }
  return found
}

/** Finds texts that may not be stored; each distinct one is looked at once. */
class UnsoundTexts {
  readonly #reader: EventRowReader
  readonly #known = new Map<ByteDictionary, ('cpr' | 'unfit' | 'sound')[]>()
  /** The file's own CPR numbers. */
  readonly #numbers: ReadonlySet<string>

  constructor(reader: EventRowReader) {
    this.#reader = reader
    this.#numbers = new Set(
      reader.childIsCpr
        ? Array.from({ length: reader.children.size }, (_, number) => reader.children.textOf(number))
        : [],
    )
  }

  problemOf(row: number, file: string): Problem | undefined {
    const { columns, cases, units, caseworkers, children, eventIds, attributes } = this.#reader
    const at = { file, line: columns.line[row] ?? 0 }
    const texts: (readonly [ByteDictionary, number | undefined, number, string])[] = [
      [cases, (columns.caseAt[row] ?? 0) + 1, longest.id, 'case_id'],
      [eventIds, columns.eventId[row], longest.id, 'event_id'],
      [units, columns.unit[row], longest.id, 'unit'],
      [caseworkers, columns.caseworker[row], longest.id, 'caseworker'],
    ]
    // Numbers in their own column are never stored as they are.
    if (!this.#reader.childIsCpr) texts.push([children, columns.child[row], longest.id, 'child'])
    for (const [index, { name, texts: dictionary }] of attributes.entries())
      texts.push([dictionary, columns.attributes[index]?.[row], longest.text, name])
    for (const [dictionary, number = 0, most, column] of texts) {
      const found = number === 0 ? 'sound' : this.#judge(dictionary, number, most)
      // Case systems number events with ten digits too; the case's number was looked at when it was read.
      const mayBeId = dictionary === eventIds || dictionary === cases
      if (found === 'cpr' && !(mayBeId && !this.#holdsNumber(dictionary.textOf(number))))
        return strayCpr({ ...at, column })
      if (found === 'unfit') return unfitCell({ ...at, column })
    }
    return undefined
  }

  /** Whether a text holds one of the numbers that stand in the file's own column of them. */
  #holdsNumber(text: string): boolean {
    if (this.#numbers.size === 0) return false
    const digits = text.replaceAll(/\D/gu, '')
    return Array.from({ length: Math.max(0, digits.length - 9) }, (_, at) => digits.slice(at, at + 10)).some(
      (ten) => this.#numbers.has(ten),
    )
  }

  #judge(dictionary: ByteDictionary, number: number, most: number): 'cpr' | 'unfit' | 'sound' {
    const known = this.#known.get(dictionary) ?? []
    this.#known.set(dictionary, known)
    return (known[number] ??= judged(dictionary.textOf(number), most))
  }
}

function judged(text: string, most: number): 'cpr' | 'unfit' | 'sound' {
  if (text.length > most || controlCharacter.test(text)) return 'unfit'
  return text.length >= 9 && holdsCpr(text) ? 'cpr' : 'sound'
}
