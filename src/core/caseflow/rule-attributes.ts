import type { DeadlineRules } from './deadline-rules.ts'
import { knownAttributes } from './known-attributes.ts'

/** The attributes of events that some rule or report reads. */
export function ruleAttributes(list: readonly DeadlineRules[]): readonly string[] {
  const names = new Set<string>(Object.values(knownAttributes))
  for (const rule of list.flatMap(({ deadlines }) => deadlines)) {
    for (const name of rule.apartBy) names.add(name)
    for (const condition of rule.when) if (condition.kind === 'attribute') names.add(condition.attribute)
    if ((rule.kind === 'within' || rule.kind === 'recurring') && rule.limit.kind === 'of-case')
      names.add(rule.limit.attribute)
  }
  for (const { flow } of list) if (flow !== null && flow.measures.type !== '') names.add(flow.measures.type)
  names.delete(knownAttributes.id)
  return [...names]
}
