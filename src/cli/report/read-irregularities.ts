import { z } from 'zod'
import type { Checked, Problem } from '../../core/language/problem.ts'
import { parseYaml } from '../../core/notation/parse-yaml.ts'
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
  const content = parseYaml(source, name)
  if (!content.ok) return content
  const checked = file.safeParse(content.value ?? [])
  return checked.success
    ? { ok: true, value: checked.data }
    : {
        ok: false,
        problems: checked.error.issues.map((issue) => problem(name, issue.path)),
      }
}

function problem(file: string, [entryAt, ...key]: readonly PropertyKey[]): Problem {
  const place = typeof entryAt === 'number' ? [`[${entryAt + 1}]`, ...key].map(String).join('.') : undefined
  return {
    code: 'irregularities-invalid',
    text: {
      da: 'Hvert punkt skal være en sætning eller have text og reason; hver af dem en sætning, eller da og en. Højst 200 punkter.',
      en: 'Each entry must be a sentence or have text and reason; each of these a sentence, or da and en. At most 200 entries.',
    },
    at: { file, ...(place === undefined ? {} : { column: place }) },
  }
}
