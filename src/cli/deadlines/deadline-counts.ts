import { deadlineStates, type Deadline, type DeadlineState } from '../../core/caseflow/deadline.ts'
import type { DeadlineRule, DeadlineRules } from '../../core/caseflow/deadline-rules.ts'

/** What became of the deadlines of one rule. */
export interface RuleCount {
  readonly rule: DeadlineRule
  readonly states: Record<DeadlineState, number>
  /** What was missing where it cannot be told, and how often. */
  readonly missing: Map<string, number>
}

export interface LawCount {
  readonly rules: DeadlineRules
  readonly counts: readonly RuleCount[]
}

/** Counts deadlines by law, rule and state. */
export class DeadlineCounts {
  readonly laws: readonly LawCount[]
  readonly #byRule = new Map<string, Map<string, RuleCount>>()

  constructor(list: readonly DeadlineRules[]) {
    this.laws = list.map((rules) => {
      const counts = rules.deadlines.map((rule) => ({ rule, states: noStates(), missing: new Map() }))
      this.#byRule.set(rules.key, new Map(counts.map((count) => [count.rule.id, count])))
      return { rules, counts }
    })
  }

  add({ rules, rule, state, because }: Deadline): void {
    const count = this.#byRule.get(rules)?.get(rule)
    if (count === undefined) throw new Error(`a deadline of ${rules} ${rule}, which was not asked for`)
    count.states[state] += 1
    if (state === 'cannot-tell' && because !== null)
      count.missing.set(because, (count.missing.get(because) ?? 0) + 1)
  }

  /** Adds what was counted of other cases. */
  addAll(laws: readonly LawCount[]): void {
    for (const { rules, counts } of laws)
      for (const { rule, states, missing } of counts) {
        const count = this.#byRule.get(rules.key)?.get(rule.id)
        if (count === undefined)
          throw new Error(`a count of ${rules.key} ${rule.id}, which was not asked for`)
        for (const state of deadlineStates) count.states[state] += states[state]
        for (const [because, times] of missing)
          count.missing.set(because, (count.missing.get(because) ?? 0) + times)
      }
  }

  sum(state: DeadlineState): number {
    return this.laws.flatMap(({ counts }) => counts).reduce((total, { states }) => total + states[state], 0)
  }
}

function noStates(): Record<DeadlineState, number> {
  return { met: 0, late: 0, open: 0, running: 0, 'cannot-tell': 0, 'not-applicable': 0 }
}
