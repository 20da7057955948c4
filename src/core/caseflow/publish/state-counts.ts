import type { CompiledRules } from '../compile-rules.ts'
import type { CaseEvent } from '../case-event.ts'
import { deadlineStates, type Deadline, type DeadlineState } from '../deadline.ts'
import { judgeCase } from '../judge-case.ts'

type AskedState = Exclude<DeadlineState, 'not-applicable'>
type StateCounts = Readonly<Record<AskedState, number>>

/** Deadlines of a rule by state, under the rules as they are and as they would be. */
interface RuleEffect {
  readonly rule: string
  readonly before: StateCounts
  readonly after: StateCounts
}

/** Judges cases by two sets of rules and counts what comes out. What a rule asks nothing about is no deadline. */
export class RulesTrial {
  readonly #before: CompiledRules
  readonly #after: CompiledRules
  readonly #counts = new Map<string, Readonly<Record<'before' | 'after', Record<AskedState, number>>>>()
  cases = 0
  /** Cases of which any deadline comes out otherwise. */
  readonly changed: string[] = []

  constructor(before: CompiledRules, after: CompiledRules) {
    this.#before = before
    this.#after = after
  }

  add(caseId: string, events: readonly CaseEvent[], asOf: number): void {
    const before = judgeCase(this.#before, events, asOf).filter(asksSomething)
    const after = judgeCase(this.#after, events, asOf).filter(asksSomething)
    this.cases += 1
    this.#count('before', before)
    this.#count('after', after)
    if (outcome(before) !== outcome(after)) this.changed.push(caseId)
  }

  /** Of the rules that anything comes out otherwise of, by rule. */
  effects(): readonly RuleEffect[] {
    return [...this.#counts]
      .filter(([, { before, after }]) =>
        deadlineStates.some((state) => isAsked(state) && before[state] !== after[state]),
      )
      .map(([rule, counts]) => ({ rule, ...counts }))
      .toSorted((one, other) => (one.rule < other.rule ? -1 : 1))
  }

  #count(side: 'before' | 'after', deadlines: readonly Deadline[]): void {
    for (const { rule, state } of deadlines) {
      if (!isAsked(state)) continue
      let counts = this.#counts.get(rule)
      if (counts === undefined) {
        counts = { before: none(), after: none() }
        this.#counts.set(rule, counts)
      }
      counts[side][state] += 1
    }
  }
}

function none(): Record<AskedState, number> {
  return { met: 0, late: 0, running: 0, open: 0, 'cannot-tell': 0 }
}

function isAsked(state: DeadlineState): state is AskedState {
  return state !== 'not-applicable'
}

function asksSomething({ state, started, done }: Deadline): boolean {
  return isAsked(state) && (state !== 'cannot-tell' || started !== null || done !== null)
}

/** Which law has the rule is of no interest here, nor what reason stands beside the state. */
function outcome(deadlines: readonly Deadline[]): string {
  return JSON.stringify(
    deadlines.map(({ rule, state, started, due, done, lateBy }) => [rule, state, started, due, done, lateBy]),
  )
}
