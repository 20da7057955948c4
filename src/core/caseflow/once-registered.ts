import type { RuleLine } from './compile-rules.ts'
import type { DeadlineRule, DeadlineRules } from './deadline-rules.ts'
import type { Deadline } from './deadline.ts'
import { unregisteredPrefix } from './reasons.ts'

/** The kinds of event without which some rules can tell nothing, in the order of the alphabet. */
export function kindsToRegister(list: readonly DeadlineRules[]): readonly string[] {
  return [...new Set(list.flatMap(({ deadlines }) => deadlines.filter(isOnce).flatMap(askedKinds)))].sort()
}

/** The ids of those rules. */
export function rulesOnceRegistered(list: readonly DeadlineRules[]): readonly string[] {
  return [...new Set(list.flatMap(({ deadlines }) => deadlines.filter(isOnce).map(({ id }) => id)))].sort()
}

/** A deadline as it can be told where some kinds of event were never registered in any case. */
export function asRegistered(
  deadline: Deadline,
  { versions }: RuleLine,
  unregistered: ReadonlySet<string>,
): Deadline {
  if (unregistered.size === 0 || (deadline.state !== 'open' && deadline.state !== 'running')) return deadline
  const rule = versions.find(({ rules }) => rules.key === deadline.rules)?.rule
  if (rule === undefined || !rule.onceRegistered) return deadline
  const asked = askedKinds(rule)
  const [first] = asked
  if (first === undefined || !asked.every((kind) => unregistered.has(kind))) return deadline
  return {
    ...deadline,
    state: 'cannot-tell',
    due: null,
    lateBy: null,
    because: `${unregisteredPrefix}${first}`,
  }
}

function isOnce({ onceRegistered }: DeadlineRule): boolean {
  return onceRegistered
}

/** What a rule asks for. */
function askedKinds(rule: DeadlineRule): readonly string[] {
  switch (rule.kind) {
    case 'within':
    case 'presence':
      return rule.end
    case 'order':
      return rule.step
    case 'recurring':
      return rule.event
    case 'asked':
      return []
    default:
      return rule satisfies never
  }
}
