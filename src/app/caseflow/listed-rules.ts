import type { ListedRule } from '../../contract/caseflow/deadlines.ts'
import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { rulesInHours } from '../../core/caseflow/rules-in-hours.ts'

/** Every rule as a page tells of it. */
export function listedRules(all: readonly DeadlineRules[]): readonly ListedRule[] {
  const hours = rulesInHours(all)
  return all.flatMap((rules) =>
    rules.deadlines.map((rule) => ({
      key: rule.id,
      rules: rules.key,
      rulesTitle: rules.title,
      title: rule.text,
      basis: rule.legal,
      confidence: rule.confidence,
      note: rule.note,
      inHours: hours.has(`${rules.key} ${rule.id}`),
    })),
  )
}
