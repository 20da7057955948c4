import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../core/analysis/analysis.schema.json' with { type: 'json' }
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import type { Programme } from '../../core/programme/programme.ts'

/** Problems named before the reader has enough of them. */
const mostProblems = 20

/** ANALYSIS.json as `tilsyn analyse` writes it, checked against its published schema and the programme at hand. */
export function readAnalysis(text: string, file: string, programme: Programme): Checked<Analysis> {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return { ok: false, problems: [notJson(file, error)] }
  }
  const validate = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/u },
  }).compile<Analysis>(schema)
  if (!validate(content)) {
    const problems = (validate.errors ?? []).map(({ instancePath, message }) => {
      const wanted = message ?? ''
      return {
        code: 'analysis-invalid',
        text: {
          da: `Filen er ikke en analyse fra »tilsyn analyse«: ${wanted}. Lav analysen igen.`,
          en: `The file is not an analysis by ‘tilsyn analyse’: ${wanted}. Make the analysis again.`,
        },
        at: { file, ...(instancePath === '' ? {} : { column: instancePath }) },
      }
    })
    return { ok: false, problems: problems.slice(0, mostProblems) }
  }
  const other = findOtherProgramme(content, programme, file)
  return other === undefined ? { ok: true, value: content } : { ok: false, problems: [other] }
}

function notJson(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    code: 'not-json',
    text: {
      da: `Filen er ikke gyldig JSON (${reason}). Brug filen, som »tilsyn analyse« skrev.`,
      en: `The file is not valid JSON (${reason}). Use the file that ‘tilsyn analyse’ wrote.`,
    },
    at: { file },
  }
}

/** A report takes its questions from the programme, so they must be those that were analysed. */
function findOtherProgramme(analysis: Analysis, programme: Programme, file: string): Problem | undefined {
  const { key, version } = analysis.programme
  if (key === programme.key && version === programme.version) return undefined
  return {
    code: 'other-programme',
    text: {
      da: `Analysen er lavet med programmet ${key}, version ${version}, men det givne program er ${programme.key}, version ${programme.version}. Brug det samme program til begge.`,
      en: `The analysis was made with programme ${key}, version ${version}, but the programme given is ${programme.key}, version ${programme.version}. Use the same programme for both.`,
    },
    at: { file, column: '/programme' },
  }
}
