import type { ListedRule } from '../../contract/caseflow/deadlines.ts'
import type { DeadlineRule, DeadlineRules } from '../../core/caseflow/deadline-rules.ts'

/** Every rule as a page tells of it. */
export function listedRules(all: readonly DeadlineRules[]): readonly ListedRule[] {
  return all.flatMap((rules) =>
    rules.deadlines.map((rule) => ({
      key: rule.id,
      rules: rules.key,
      rulesTitle: rules.title,
      title: rule.text,
      basis: rule.legal,
      confidence: rule.confidence,
      note: rule.note,
      inHours: countsHours(rule),
    })),
  )
}

function countsHours(rule: DeadlineRule): boolean {
  return (rule.kind === 'within' || rule.kind === 'recurring') && rule.limit.unit === 'hours'
}
