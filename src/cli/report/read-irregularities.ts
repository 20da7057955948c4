import { parse } from 'yaml'
import { z } from 'zod'
import type { Checked, Problem } from '../../core/language/problem.ts'
import type { ReportedIrregularity } from '../../core/report/irregularities-section.ts'

const text = z.union([
  z
    .string()
    .min(1)
    .transform((both) => ({ da: both, en: both })),
  z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
])
const entry = z.union([
  text.transform((one): ReportedIrregularity => ({ text: one })),
  z
    .strictObject({ text, reason: text.optional() })
    .transform((one): ReportedIrregularity =>
      one.reason === undefined ? { text: one.text } : { text: one.text, reason: one.reason },
    ),
])
const file = z.array(entry).max(200)

/** A YAML list: each entry a sentence, or `text` and `reason`, each one sentence or `da` and `en`. An empty list says: none. */
export function readIrregularities(source: string, name: string): Checked<readonly ReportedIrregularity[]> {
  let content: unknown
  try {
    content = parse(source)
  } catch (error) {
    return { ok: false, problems: [problem(name, error instanceof Error ? error.message : String(error))] }
  }
  const checked = file.safeParse(content ?? [])
  return checked.success
    ? { ok: true, value: checked.data }
    : {
        ok: false,
        problems: checked.error.issues.map((issue) => problem(name, issue.message, issue.path.join('.'))),
      }
}

function problem(file: string, reason: string, column?: string): Problem {
  return {
    code: 'irregularities-invalid',
    text: {
      da: `Listen over uregelmæssigheder kan ikke læses (${reason}). Skriv en YAML-liste, hvor hvert punkt er en sætning eller har text og reason.`,
      en: `The list of irregularities cannot be read (${reason}). Write a YAML list in which each entry is a sentence or has text and reason.`,
    },
    at: { file, ...(column === undefined || column === '' ? {} : { column }) },
  }
}
