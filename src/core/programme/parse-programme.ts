import type { Checked, Problem } from '../language/problem.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { checkAnchors } from './check-anchors.ts'
import { checkLevels } from './check-levels.ts'
import { checkQuestions } from './check-questions.ts'
import { describeIssue } from './describe-issue.ts'
import { gatherParts } from './programme-parts.ts'
import { programme } from './programme-schema.ts'
import type { Programme } from './programme.ts'
import { findTooLarge } from './programme-size.ts'
import { toProgramme } from './to-programme.ts'
import { formatPath } from './yaml-lines.ts'
import { readYaml } from './yaml-source.ts'

/**
 * Reads a programme file. All problems are found at once: those of shape (a missing or unknown key, a wrong type), and
 * those of sense (a quota for a stage that does not exist) among the parts whose shape is right. In line order.
 */
export function parseProgramme(text: string, file: string): Checked<Programme> {
  const tooLarge = findTooLarge(text.length, file)
  if (tooLarge !== undefined) return { ok: false, problems: [tooLarge] }
  const source = readYaml(text, file)
  if (!source.ok) return source
  const { data, lineOf } = source.value
  const shape = programme.safeParse(data, { reportInput: true })
  const parts = gatherParts(data)
  const mistakes = [
    ...(shape.success ? [] : shape.error.issues.flatMap((issue) => describeIssue(issue, data, programme))),
    ...checkQuestions(parts),
    ...checkLevels(parts),
    ...checkAnchors(parts),
  ]
  if (shape.success && mistakes.length === 0) return { ok: true, value: toProgramme(shape.data) }
  const problems = mistakes.map(({ path, ...problem }): Problem => {
    const at = { file, line: lineOf(path) }
    return { ...problem, at: path.length === 0 ? at : { ...at, column: formatPath(path) } }
  })
  const collection = new ProblemCollection()
  for (const problem of problems.sort((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0)))
    collection.add(problem)
  return { ok: false, problems: collection.list(file) }
}
