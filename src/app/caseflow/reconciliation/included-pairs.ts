import { checkPairs } from '../../../core/caseflow/reconcile/check-pairs.ts'
import { parseReconciliationMapping } from '../../../core/caseflow/reconcile/parse-reconciliation-mapping.ts'
import type {
  QuestionPair,
  ReconciliationMapping,
} from '../../../core/caseflow/reconcile/reconciliation-mapping.ts'
import type { DeadlineRules } from '../../../core/caseflow/deadline-rules.ts'
import type { LocalText } from '../../../core/language/language.ts'
import type { Programme } from '../../../core/programme/programme.ts'

/** Files of which questions and deadlines ask the same, as they come with the program. */
export type IncludedPairs = () => Promise<readonly { readonly name: string; readonly text: string }[]>

export interface ProgrammePairs {
  readonly pairs: readonly QuestionPair[]
  readonly leftOut: ReconciliationMapping['leftOut']
  /** Pairs that the programme or the rules lack a side of. */
  readonly problems: readonly LocalText[]
  /** Of the file. */
  readonly version: string
}

/** What of a programme can be held against some rules; nothing where no file speaks of the programme. */
export async function pairsOf(
  included: IncludedPairs,
  programme: Programme,
  rules: readonly DeadlineRules[],
): Promise<ProgrammePairs> {
  for (const { name, text } of await included()) {
    const mapping = parseReconciliationMapping(text, name)
    if (!mapping.ok) throw new Error(`the included file ${name} cannot be read: ${mapping.problems[0]?.code}`)
    const { value } = mapping
    if (value.programme !== programme.key) continue
    const { pairs, problems } = checkPairs(value, programme, rules, name)
    return {
      pairs,
      leftOut: value.leftOut,
      problems: problems.map((problem) => problem.text),
      version: `${value.key} ${value.version}`,
    }
  }
  return { pairs: [], leftOut: [], problems: [], version: '' }
}
