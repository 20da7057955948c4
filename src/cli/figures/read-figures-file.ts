import { z } from 'zod'
import type { Problem } from '../../core/language/problem.ts'
import { parseJson } from '../../core/notation/parse-json.ts'
import { readText } from '../files.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'

const number = z.number().nullable()
const figure = z.object({
  id: z.string(),
  section: z.string(),
  label: z.string(),
  printed: z.string(),
  unit: z.string(),
  numerator: number,
  denominator: number,
  notApplicable: number,
  lower: number,
  upper: number,
  withheld: z.boolean(),
})
/** A figure as its report published it; shares are from 0 to 1. */
export type PublishedRow = z.output<typeof figure>

const content = z.object({
  format: z.literal('tilsyn-figures'),
  version: z.literal(1),
  report: z.object({
    title: z.string(),
    subtitle: z.string(),
    municipality: z.string().nullable(),
    audience: z.string(),
    language: z.string(),
    createdOn: z.string(),
  }),
  figures: z.array(figure),
})
export type FiguresFile = z.output<typeof content>

/** A report's JSON edition (`report --format json`, or a release's); fields that are not needed here are passed over. */
export async function readFiguresFile(terminal: Terminal, file: string): Promise<FiguresFile> {
  const parsed = content.safeParse(orRefuse(terminal, parseJson(await readText(terminal, file), file)))
  return parsed.success
    ? parsed.data
    : refuse(terminal, [malformed(file, parsed.error.issues[0]?.path ?? [])])
}

function malformed(file: string, path: readonly PropertyKey[]): Problem {
  return {
    code: 'figures-file-invalid',
    text: {
      da: 'Filen er ikke en rapports tal. Giv JSON-udgaven af en udgivet rapport, eller lav den med »tilsyn report --format json«.',
      en: 'The file does not hold a report’s figures. Give the JSON edition of a released report, or make it with ‘tilsyn report --format json’.',
    },
    at: { file, ...(path.length === 0 ? {} : { column: path.map(String).join('.') }) },
  }
}
