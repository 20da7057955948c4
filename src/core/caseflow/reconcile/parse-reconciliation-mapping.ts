import * as z from 'zod'
import type { Checked, Problem } from '../../language/problem.ts'
import { describeIssue } from '../../programme/describe-issue.ts'
import { findRepeated } from '../../programme/mistake.ts'
import { list, textAt } from '../../programme/sound-part.ts'
import { formatPath } from '../../programme/yaml-lines.ts'
import { readYaml } from '../../programme/yaml-source.ts'
import { ProblemCollection } from '../../tabular/problem-collection.ts'
import { clockMatches, type ReconciliationMapping } from './reconciliation-mapping.ts'

/** In characters; a file beyond this is not one. */
const largest = 500_000

const text = z.string().trim().min(1)
const localText = z.strictObject({ da: text, en: text })
const key = z.string().regex(/^[a-z][a-z0-9_-]*$/)
const rules = z.union([text, z.array(text).min(1).max(20)])

const shape = z.strictObject({
  key,
  version: z.int().min(1),
  programme: key,
  title: localText,
  pairs: z
    .array(
      z.strictObject({
        question: text,
        deadline: rules,
        clocks: z.enum(clockMatches),
        every: z.boolean().exactOptional(),
        note: localText.exactOptional(),
      }),
    )
    .min(1)
    .max(500),
  leftOut: z
    .array(z.strictObject({ question: text, deadline: rules, why: localText }))
    .max(500)
    .exactOptional(),
})

/** Reads which questions and deadlines ask the same; all problems at once, in line order. */
export function parseReconciliationMapping(source: string, file: string): Checked<ReconciliationMapping> {
  if (source.length > largest) return { ok: false, problems: [{ ...tooLarge, at: { file } }] }
  const read = readYaml(source, file)
  if (!read.ok) return read
  const { data, lineOf } = read.value
  const checked = shape.safeParse(data, { reportInput: true })
  const questions = [...list(data, 'pairs'), ...list(data, 'leftOut')].map(({ value, path }) => ({
    value: textAt(value, 'question'),
    path,
  }))
  const mistakes = [
    ...(checked.success ? [] : checked.error.issues.flatMap((issue) => describeIssue(issue, data, shape))),
    ...findRepeated(questions, 'question'),
  ]
  if (checked.success && mistakes.length === 0) return { ok: true, value: toMapping(checked.data) }
  const collection = new ProblemCollection()
  const problems = mistakes.map(({ path, ...problem }): Problem => {
    const at = { file, line: lineOf(path) }
    return { ...problem, at: path.length === 0 ? at : { ...at, column: formatPath(path) } }
  })
  for (const problem of problems.sort((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0)))
    collection.add(problem)
  return { ok: false, problems: collection.list(file) }
}

function toMapping({ pairs, leftOut, ...rest }: z.output<typeof shape>): ReconciliationMapping {
  return {
    ...rest,
    pairs: pairs.map(({ question, deadline, clocks, every, note }) => ({
      question,
      rules: [deadline].flat(),
      match: clocks,
      every: every === true,
      note: note ?? null,
    })),
    leftOut: (leftOut ?? []).map(({ question, deadline, why }) => ({
      question,
      rules: [deadline].flat(),
      why,
    })),
  }
}

const tooLarge = {
  code: 'file-too-large',
  text: {
    da: 'Filen er for stor til at være en afstemning af spørgsmål og frister (over 500 kB).',
    en: 'The file is too large to say which questions and deadlines ask the same (over 500 kB).',
  },
}
