import { z } from 'zod'
import type { Checked, Problem } from '../language/problem.ts'
import type { Criterion } from '../programme/programme.ts'
import { drawAlgorithm, type DrawableSelection, type DrawFile } from './draw-file.ts'

const text = z.string().min(1)
const count = z.int().min(0)
const digest = z.string().regex(/^[0-9a-f]{64}$/u)
const where = z.record(z.string(), z.string()).exactOptional()
const quotas = z.array(z.strictObject({ where, take: z.union([count, z.literal('all')]) }))
const strataNames = z.array(text)

const selection: z.ZodType<DrawableSelection> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('random'), strata: strataNames, quotas }),
  z.strictObject({ kind: z.literal('census') }),
])

const criterion: z.ZodType<Criterion> = z.union([
  z.strictObject({ attribute: text, is: z.array(z.string()) }),
  z.strictObject({ attribute: text, isNot: z.array(z.string()) }),
  z.strictObject({
    attribute: text,
    atLeast: z.number().exactOptional(),
    atMost: z.number().exactOptional(),
  }),
  z.strictObject({ attribute: text, onOrAfter: text.exactOptional(), before: text.exactOptional() }),
])

const caseStageRef = z.strictObject({ caseId: text, stage: text })

/** Unknown fields are refused: a draw file must not claim what checking it does not check. */
const drawFileSchema: z.ZodType<DrawFile> = z.strictObject({
  algorithm: z.literal(drawAlgorithm),
  programme: text,
  programmeVersion: z.number(),
  round: text,
  level: z.int().min(1),
  phase: text,
  frameDigest: digest,
  seedDigest: digest,
  selection,
  eligibility: z.array(criterion),
  from: z
    .strictObject({ level: z.int().min(1), frameDigest: digest, cases: z.array(caseStageRef) })
    .nullable(),
  strata: z.array(z.strictObject({ stratum: text, eligible: count, wanted: count, drawn: count })),
  cases: z.array(
    z.strictObject({
      caseId: text,
      stage: text,
      stratum: text,
      key: z.number().min(0).lt(1),
      order: z.int().min(1),
      status: z.enum(['drawn', 'replaced']),
      reason: z.string().nullable(),
    }),
  ),
})

/** Reads DRAW.json, or says where it is cut off, no JSON or no draw. */
export function readDrawFile(json: string, file: string): Checked<DrawFile> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { ok: false, problems: [notJson(json, file, error)] }
  }
  const checked = checkDrawFile(value)
  return checked.ok
    ? checked
    : {
        ok: false,
        problems: checked.problems.map((problem) => ({ ...problem, at: { ...problem.at, file } })),
      }
}

/** Checks the shape of something that should be a draw file; places are JSON paths such as `cases[3].order`. */
export function checkDrawFile(value: unknown): Checked<DrawFile> {
  const parsed = drawFileSchema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: parsed.error.issues.slice(0, 50).map(wrongShape) }
}

function notJson(json: string, file: string, error: unknown): Problem {
  const trimmed = json.trimEnd()
  const cutOff = trimmed.startsWith('{') && !trimmed.endsWith('}')
  const line = cutOff ? trimmed.split('\n').length : lineOf(json, error)
  const reason = cutOff
    ? { da: 'filen er klippet over', en: 'the file was cut off' }
    : { da: 'filen er ikke JSON', en: 'the file is not JSON' }
  return {
    code: cutOff ? 'draw-cut-off' : 'draw-not-json',
    text: {
      da: `Trækningen kan ikke læses: ${reason.da}. Hent den igen, hvor den er offentliggjort.`,
      en: `The draw cannot be read: ${reason.en}. Fetch it again from where it was published.`,
    },
    at: line === undefined ? { file } : { file, line },
  }
}

/** The engine says `at position 123` for most mistakes; lines count from 1. */
function lineOf(json: string, error: unknown): number | undefined {
  const position = error instanceof Error ? /position (\d+)/u.exec(error.message)?.[1] : undefined
  return position === undefined ? undefined : json.slice(0, Number(position)).split('\n').length
}

function wrongShape(issue: z.core.$ZodIssue): Problem {
  const column = jsonPath(issue.path)
  const detail = describe(issue)
  return {
    code: 'draw-wrong-shape',
    text: {
      da: `Filen er ikke en trækning fra tilsyn: ${detail.da}.`,
      en: `The file is not a draw of tilsyn: ${detail.en}.`,
    },
    ...(column === '' ? {} : { at: { column } }),
  }
}

function describe(issue: z.core.$ZodIssue): { da: string; en: string } {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return { da: `ukendt felt (${keys})`, en: `unknown field (${keys})` }
  }
  if (issue.code === 'invalid_type')
    return {
      da: `feltet mangler eller har en forkert type (${issue.expected} ventes)`,
      en: `the field is missing or of the wrong type (${issue.expected} is expected)`,
    }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return { da: `værdien skal være ${values}`, en: `the value must be ${values}` }
  }
  return { da: 'værdien er ugyldig', en: 'the value is invalid' }
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`,
    '',
  )
}
