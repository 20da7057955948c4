import type { DeadlineRules } from './deadline-rules.ts'

/** The rules that count in hours, as key of the rules, a space, and the rule's id. */
export function rulesInHours(list: readonly DeadlineRules[]): ReadonlySet<string> {
  return new Set(
    list.flatMap(({ key, deadlines }) =>
      deadlines.flatMap((rule) =>
        (rule.kind === 'within' || rule.kind === 'recurring') && rule.limit.unit === 'hours'
          ? [`${key} ${rule.id}`]
          : [],
      ),
    ),
  )
}
