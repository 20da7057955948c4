import { z } from 'zod'
import type { LocalText } from '../language/language.ts'
import type { Checked, Problem } from '../language/problem.ts'
import { parseJson } from '../notation/parse-json.ts'
import type { Criterion, Selection } from '../programme/programme.ts'
import { drawAlgorithms, type DrawFile } from './draw-file.ts'

const text = z.string().min(1)
const count = z.int().min(0)
const digest = z.string().regex(/^[0-9a-f]{64}$/u)
const where = z.record(z.string(), z.string()).exactOptional()
const quotas = z.array(z.strictObject({ where, take: z.union([count, z.literal('all')]) }))
const strataNames = z.array(text)

const selection: z.ZodType<Selection> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('random'), strata: strataNames, quotas }),
  z.strictObject({ kind: z.literal('census') }),
  z.strictObject({
    kind: z.literal('newest-first'),
    before: z.iso.date(),
    onOrAfter: z.iso.date().exactOptional(),
    strata: strataNames,
    quotas,
    older: z.strictObject({ before: z.iso.date(), quotas }).exactOptional(),
    onePer: z
      .strictObject({ attribute: text, keep: z.enum(['highest', 'lowest']), by: text })
      .exactOptional(),
  }),
  z.strictObject({ kind: z.literal('pass-on'), strata: strataNames, quotas, passOn: count }),
  z.strictObject({ kind: z.literal('risk-weighted'), risk: text, strata: strataNames, quotas }),
])

const stratum = z.strictObject({
  stratum: text,
  eligible: count,
  wanted: count,
  drawn: count,
  excluded: z.array(z.strictObject({ why: text, count })).exactOptional(),
})

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
  algorithm: z.enum(drawAlgorithms),
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
  strata: z.array(stratum),
  cases: z.array(
    z.strictObject({
      caseId: text,
      stage: text,
      stratum: text,
      key: z.number().min(0).lt(1),
      order: z.int().min(1),
      status: z.enum(['drawn', 'replaced']),
      reason: z.string().nullable(),
      chance: z.number().gt(0).max(1).exactOptional(),
    }),
  ),
})

/** Reads DRAW.json, or says where it is cut off, no JSON or no draw. */
export function readDrawFile(json: string, file: string): Checked<DrawFile> {
  const parsed = parseJson(json, file)
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(fetchAgain) }
  const checked = checkDrawFile(parsed.value)
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
  if (parsed.success) return checkChances(parsed.data)
  return { ok: false, problems: parsed.error.issues.slice(0, 50).map(wrongShape) }
}

/** Every case of a draw by risk has its chance, and no other case has one. */
function checkChances(draw: DrawFile): Checked<DrawFile> {
  const byRisk = draw.selection.kind === 'risk-weighted'
  const at = draw.cases.findIndex(({ chance }) => (chance !== undefined) !== byRisk)
  if (at === -1) return { ok: true, value: draw }
  const text = byRisk
    ? {
        da: 'Filen er ikke en trækning fra tilsyn: sagens sandsynlighed (chance) mangler.',
        en: 'The file is not a draw of tilsyn: the case’s chance is missing.',
      }
    : {
        da: 'Filen er ikke en trækning fra tilsyn: kun sager udtrukket efter risiko har en egen sandsynlighed (chance).',
        en: 'The file is not a draw of tilsyn: only cases drawn by risk have a chance of their own.',
      }
  return {
    ok: false,
    problems: [{ code: 'draw-wrong-shape', text, at: { column: `cases[${at}].chance` } }],
  }
}

function fetchAgain({ text, ...problem }: Problem): Problem {
  return {
    ...problem,
    text: {
      da: `Trækningen kan ikke læses. ${text.da} Hent den igen, hvor den er offentliggjort.`,
      en: `The draw cannot be read. ${text.en} Fetch it again from where it was published.`,
    },
  }
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

const types: Readonly<Record<string, LocalText>> = {
  string: { da: 'en tekst', en: 'a text' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  array: { da: 'en liste', en: 'a list' },
  object: { da: 'et objekt', en: 'an object' },
  record: { da: 'et objekt', en: 'an object' },
}

function describe(issue: z.core.$ZodIssue): { da: string; en: string } {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return { da: `ukendt felt (${keys})`, en: `unknown field (${keys})` }
  }
  if (issue.code === 'invalid_type') {
    const expected = types[issue.expected] ?? { da: issue.expected, en: issue.expected }
    return {
      da: `feltet mangler eller har en forkert type (${expected.da} ventes)`,
      en: `the field is missing or of the wrong type (${expected.en} is expected)`,
    }
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
