import type { Checked, Problem } from '../language/problem.ts'
import { describeIssue } from '../programme/describe-issue.ts'
import type { Mistake } from '../programme/mistake.ts'
import { formatPath } from '../programme/yaml-lines.ts'
import { readYaml } from '../programme/yaml-source.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { checkRuleKinds } from './check-rule-kinds.ts'
import { checkRules } from './check-rules.ts'
import { deadlineRules } from './deadline-rules-schema.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { checkFlow } from './flow/check-flow.ts'
import { toDeadlineRules } from './to-deadline-rules.ts'

/** In characters. The rules of a law take 30 kB; a file beyond this is not one. */
const largest = 2_000_000

/**
 * Reads a file of deadline rules. All problems are found at once, those of shape and those of sense among the parts
 * whose shape is right, in line order.
 */
export function parseDeadlineRules(text: string, file: string): Checked<DeadlineRules> {
  if (text.length > largest) return { ok: false, problems: [{ ...tooLarge, at: { file } }] }
  const source = readYaml(text, file)
  if (!source.ok) return source
  const { data, lineOf } = source.value
  const shape = deadlineRules.safeParse(data, { reportInput: true })
  const mistakes = [
    ...(shape.success
      ? []
      : shape.error.issues.flatMap((issue) => describeIssue(issue, data, deadlineRules)).map(ofRuleId)),
    ...checkRules(data),
    ...checkRuleKinds(data),
    ...checkFlow(data),
  ]
  if (shape.success && mistakes.length === 0) return { ok: true, value: toDeadlineRules(shape.data) }
  const problems = mistakes.map(({ path, ...problem }): Problem => {
    const at = { file, line: lineOf(path) }
    return { ...problem, at: path.length === 0 ? at : { ...at, column: formatPath(path) } }
  })
  const collection = new ProblemCollection()
  for (const problem of problems.sort((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0)))
    collection.add(problem)
  return { ok: false, problems: collection.list(file) }
}

/** The ids of rules have capitals, unlike the keys of programmes. */
function ofRuleId(mistake: Mistake): Mistake {
  if (mistake.code !== 'wrong-key-format' || mistake.path.at(-1) !== 'id') return mistake
  return {
    code: 'wrong-rule-id',
    path: mistake.path,
    text: {
      da: 'En regels id skrives med store bogstaver A-Z, tal og bindestreg, f.eks. R01.',
      en: 'The id of a rule is written with capitals A-Z, digits and hyphens, e.g. R01.',
    },
  }
}

const tooLarge = {
  code: 'file-too-large',
  text: {
    da: 'Filen er for stor til at være fristregler (over 2 MB).',
    en: 'The file is too large to be deadline rules (over 2 MB).',
  },
}
