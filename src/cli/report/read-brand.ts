import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../core/language/problem.ts'
import { parseYaml } from '../../core/notation/parse-yaml.ts'
import { checkBrand, type ReportBrand } from '../../core/report/brand.ts'
import { readInput, readText } from '../files.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'

const text = z.union([
  z.string().transform((both) => ({ da: both, en: both })),
  z.strictObject({ da: z.string(), en: z.string() }),
])
const content = z.strictObject({
  name: z.string(),
  colour: z.string(),
  /** A file beside this one. */
  logo: z.string().optional(),
  lines: z.array(text).default([]),
  origin: z.string().optional(),
  licence: text.optional(),
})

/** A municipality's brand from a YAML file and the logo that it names, relative to itself. */
export async function readBrand(terminal: Terminal, file: string): Promise<ReportBrand> {
  const parsed = content.safeParse(orRefuse(terminal, parseYaml(await readText(terminal, file), file)))
  if (!parsed.success) return refuse(terminal, [malformed(file, parsed.error.issues[0]?.path ?? [])])
  const { name, colour, logo, lines, origin = null, licence = null } = parsed.data
  const picture = logo === undefined ? null : await readInput(terminal, join(dirname(file), logo))
  const brand = checkBrand({ name, colour, logo: picture, lines, origin, licence })
  if (brand.ok) return brand.value
  return refuse(
    terminal,
    brand.problems.map((problem) => ({ ...problem, at: { ...problem.at, file } })),
  )
}

function malformed(file: string, path: readonly PropertyKey[]): Problem {
  return {
    code: 'brand-invalid',
    text: {
      da: 'Filen skal have name og colour og kan have logo, lines, origin og licence; lines er en liste, og hver tekst en sætning, eller da og en.',
      en: 'The file must have name and colour and may have logo, lines, origin and licence; lines is a list, and each text a sentence, or da and en.',
    },
    at: { file, ...(path.length === 0 ? {} : { column: path.map(String).join('.') }) },
  }
}
