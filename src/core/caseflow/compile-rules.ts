import { dayNumberOf } from '../calendar/day-number.ts'
import type { Condition, DeadlineRule, DeadlineRules } from './deadline-rules.ts'

/** Some kinds of event, by the number that lists of them are kept under. */
export type KindSet = number

export type CompiledCondition =
  | { readonly kind: 'followed-by'; readonly events: KindSet; readonly because: string }
  | {
      readonly kind: 'in-force'
      readonly since: KindSet
      readonly until: KindSet
      readonly holds: boolean
      readonly because: string
    }
  | {
      readonly kind: 'attribute'
      readonly attribute: string
      /** Null where no value is asked for. In lower case. */
      readonly is: ReadonlySet<string> | null
      readonly isNot: ReadonlySet<string>
      readonly ifMissing: 'cannot-tell' | 'applies' | 'not-applicable'
    }

/** A rule as one law has it. */
export interface RuleVersion {
  readonly rule: DeadlineRule
  readonly rules: DeadlineRules
  /** Days, both included. */
  readonly from: number
  readonly to: number
  readonly when: readonly CompiledCondition[]
  /** Where a limit of the case is read, beside the event that starts the clock. */
  readonly limitOn: KindSet
  readonly pause: KindSet
  readonly resume: KindSet
  readonly exception: KindSet
  readonly since: KindSet
}

/** One rule through the laws that have it, one after the other: a clock that started under the old one is ended by what comes under the new. */
export interface RuleLine {
  readonly id: string
  readonly kind: DeadlineRule['kind']
  readonly versions: readonly RuleVersion[]
  /** What sets it going, over all versions: start, or what a step must come before. */
  readonly start: KindSet
  /** What ends it: end, step or event. */
  readonly end: KindSet
  readonly stop: KindSet
  /** All of these. */
  readonly all: KindSet
  readonly apartBy: readonly string[]
}

export interface CompiledRules {
  readonly list: readonly DeadlineRules[]
  readonly lines: readonly RuleLine[]
  /** Every kind that a rule asks about. */
  readonly kindNumbers: ReadonlyMap<string, number>
  /** Kind numbers of each set, and whether a kind is in it. */
  readonly sets: readonly (readonly number[])[]
  readonly has: readonly Uint8Array[]
  /** Kinds of event that were never registered in any case, of those that `kindsToRegister` names. */
  readonly unregistered: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** Makes rules ready to judge many cases. The same rule may stand in several laws, but not of the same time. */
export function compileRules(
  list: readonly DeadlineRules[],
  unregistered: ReadonlySet<string> = none,
): CompiledRules {
  const table = new KindTable()
  const byLine = Map.groupBy(
    list.flatMap((rules) => rules.deadlines.map((rule) => ({ rule, rules }))),
    ({ rule }) => `${rule.id} ${rule.kind}`,
  )
  const lines = [...byLine.values()].map((sources) => lineOf(sources, table))
  return { list, lines, kindNumbers: table.numbers, sets: table.sets, has: table.has(), unregistered }
}

interface Source {
  readonly rule: DeadlineRule
  readonly rules: DeadlineRules
}

function lineOf(sources: readonly Source[], table: KindTable): RuleLine {
  const versions = sources
    .map((source) => versionOf(source, table))
    .sort((one, other) => one.from - other.from)
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1]
    if (before !== undefined && before.to >= version.from)
      throw new Error(
        `rule ${version.rule.id} of ${version.rules.key} is in force at the same time as that of ${before.rules.key}`,
      )
  }
  const kindsOf = (part: keyof typeof parts) => sources.flatMap(({ rule }) => parts[part](rule))
  const [first] = sources
  if (first === undefined) throw new Error('a rule line without rules')
  return {
    id: first.rule.id,
    kind: first.rule.kind,
    versions,
    start: table.set(kindsOf('start')),
    end: table.set(kindsOf('end')),
    stop: table.set(kindsOf('stop')),
    all: table.set([...kindsOf('start'), ...kindsOf('end'), ...kindsOf('stop')]),
    apartBy: [...new Set(sources.flatMap(({ rule }) => rule.apartBy))],
  }
}

const parts = {
  start: (rule: DeadlineRule): readonly string[] =>
    rule.kind === 'asked' ? [] : rule.kind === 'order' ? rule.before : rule.start,
  end: (rule: DeadlineRule): readonly string[] => {
    switch (rule.kind) {
      case 'asked':
        return []
      case 'order':
        return rule.step
      case 'recurring':
        return rule.event
      case 'within':
      case 'presence':
        return rule.end
      default:
        return rule satisfies never
    }
  },
  stop: (rule: DeadlineRule): readonly string[] =>
    rule.kind === 'asked' || rule.kind === 'order' ? [] : rule.stop,
}

/** The kinds that start and end a rule of any sort, and those that stop its clock. */
export function kindsOfRule(rule: DeadlineRule): {
  readonly start: readonly string[]
  readonly end: readonly string[]
  readonly stop: readonly string[]
} {
  return { start: parts.start(rule), end: parts.end(rule), stop: parts.stop(rule) }
}

function versionOf({ rule, rules }: Source, table: KindTable): RuleVersion {
  const limit = rule.kind === 'within' || rule.kind === 'recurring' ? rule.limit : undefined
  const { pause, resume, exception } = rules.settings
  return {
    rule,
    rules,
    from: rules.inForce.from === null ? Number.NEGATIVE_INFINITY : dayNumberOf(rules.inForce.from),
    to: rules.inForce.to === null ? Number.POSITIVE_INFINITY : dayNumberOf(rules.inForce.to),
    when: rule.when.map((condition) => conditionOf(condition, table)),
    limitOn: table.set(limit?.kind === 'of-case' ? limit.on : []),
    pause: table.set(rule.pausable ? pause : []),
    resume: table.set(rule.pausable ? resume : []),
    exception: table.set(rule.exceptions ? exception : []),
    since: table.set(rule.kind === 'order' ? rule.since : []),
  }
}

function conditionOf(condition: Condition, table: KindTable): CompiledCondition {
  switch (condition.kind) {
    case 'followed-by':
      return {
        kind: 'followed-by',
        events: table.set(condition.events),
        because: condition.events[0] ?? '',
      }
    case 'in-force':
      return {
        kind: 'in-force',
        since: table.set(condition.since),
        until: table.set(condition.until),
        holds: condition.holds,
        because: condition.since[0] ?? '',
      }
    case 'attribute':
      return {
        kind: 'attribute',
        attribute: condition.attribute,
        is: condition.is.length === 0 ? null : new Set(condition.is.map((value) => value.toLowerCase())),
        isNot: new Set(condition.isNot.map((value) => value.toLowerCase())),
        ifMissing: condition.ifMissing,
      }
    default:
      return condition satisfies never
  }
}

/** Numbers for kinds and for sets of them; set 0 is empty. */
class KindTable {
  readonly numbers = new Map<string, number>()
  readonly sets: number[][] = [[]]
  readonly #setNumbers = new Map<string, KindSet>([['', 0]])

  set(kinds: readonly string[]): KindSet {
    const members = [...new Set(kinds.map((kind) => this.#number(kind)))].sort((one, other) => one - other)
    const name = members.join(' ')
    const known = this.#setNumbers.get(name)
    if (known !== undefined) return known
    this.sets.push(members)
    this.#setNumbers.set(name, this.sets.length - 1)
    return this.sets.length - 1
  }

  has(): readonly Uint8Array[] {
    return this.sets.map((members) => {
      const bits = new Uint8Array(this.numbers.size)
      for (const member of members) bits[member] = 1
      return bits
    })
  }

  #number(kind: string): number {
    const known = this.numbers.get(kind)
    if (known !== undefined) return known
    this.numbers.set(kind, this.numbers.size)
    return this.numbers.size - 1
  }
}
