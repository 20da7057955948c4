import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import schema from '../../core/analysis/analysis.schema.json' with { type: 'json' }
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { LocalText } from '../../core/language/language.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import { parseJson } from '../../core/notation/parse-json.ts'
import type { Programme } from '../../core/programme/programme.ts'

/** Problems named before the reader has enough of them. */
const mostProblems = 20

/** ANALYSIS.json as `tilsyn analyse` writes it, checked against its published schema and the programme at hand. */
export function readAnalysis(text: string, file: string, programme: Programme): Checked<Analysis> {
  const json = parseJson(text, file)
  if (!json.ok) return json
  const content = json.value
  const validate = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/u },
  }).compile<Analysis>(schema)
  if (!validate(content)) {
    const problems = (validate.errors ?? []).map((error) => misfit(error, file))
    const different = new Map(problems.map((problem) => [`${problem.at.column} ${problem.text.en}`, problem]))
    // A file of another kind misses every part; its first problem says so.
    const most = isMeantAsAnalysis(content) ? mostProblems : 1
    return { ok: false, problems: [...different.values()].slice(0, most) }
  }
  const other = findOtherProgramme(content, programme, file)
  return other === undefined ? { ok: true, value: content } : { ok: false, problems: [other] }
}

function isMeantAsAnalysis(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'schema' in content
}

function misfit({ instancePath, keyword, params, message }: ErrorObject, file: string) {
  const reason = reasonOf(keyword, params, message ?? keyword)
  return {
    code: 'analysis-invalid',
    text: {
      da: `Filen er ikke en analyse fra »tilsyn analyse«: ${reason.da}. Lav analysen igen.`,
      en: `The file is not an analysis by ‘tilsyn analyse’: ${reason.en}. Make the analysis again.`,
    },
    at: { file, column: instancePath === '' ? '/' : instancePath },
  }
}

function reasonOf(keyword: string, params: Record<string, unknown>, message: string): LocalText {
  switch (keyword) {
    case 'required':
      return {
        da: `»${String(params['missingProperty'])}« mangler`,
        en: `‘${String(params['missingProperty'])}’ is missing`,
      }
    case 'additionalProperties':
      return {
        da: `»${String(params['additionalProperty'])}« kendes ikke`,
        en: `‘${String(params['additionalProperty'])}’ is not known`,
      }
    case 'type':
      return { da: `værdien har en forkert type`, en: message }
    default:
      return { da: 'værdien er en anden end ventet', en: message }
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
