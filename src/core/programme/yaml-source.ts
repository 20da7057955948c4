import { LineCounter, parseDocument } from 'yaml'
import type { Checked, Problem } from '../language/problem.ts'
import { listYamlMistakes } from '../notation/yaml-mistakes.ts'
import { ProblemCollection } from '../tabular/problem-collection.ts'
import { findDuplicateKeys } from './yaml-duplicate-keys.ts'
import { findUnknownAnchors } from './yaml-unknown-anchors.ts'
import { lineFinder, type KeyPath } from './yaml-lines.ts'

/** A YAML file's data together with where each part of it stands. */
export interface YamlSource {
  readonly data: unknown
  /** The line of the value at a path, or of the nearest part around it that is there. Of a key in a map: the key's line. */
  readonly lineOf: (path: KeyPath) => number
}

/** So often may aliases repeat their anchors; more is an attempt to fill the memory ("billion laughs"). */
const mostAliases = 200

/** Reads YAML 1.2: the data, or every syntax error and duplicate key with its line. */
export function readYaml(text: string, file: string): Checked<YamlSource> {
  const unfit = findUnfit(text)
  if (unfit !== undefined) return { ok: false, problems: [{ ...unfit.problem, at: { file, ...unfit.at } }] }
  const lines = new LineCounter()
  try {
    // Duplicate keys are found below: the library compares every key with every other, which a long map makes slow.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false })
    if (document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION'))
      return { ok: false, problems: [{ ...tooDeep, at: { file } }] }
    const problems: Problem[] = [...listYamlMistakes(document, text, lines, file)]
    // Keys and anchors of a file whose structure was not understood are guesses.
    if (problems.length === 0) problems.push(...findUnknownAnchors(document, file, lines))
    if (document.errors.length === 0) problems.push(...findDuplicateKeys(document.contents, [], file, lines))
    if (problems.length > 0) {
      const collection = new ProblemCollection()
      for (const problem of problems) collection.add(problem)
      return { ok: false, problems: collection.list(file) }
    }
    const data: unknown = document.toJS({ maxAliasCount: mostAliases })
    return { ok: true, value: { data, lineOf: lineFinder(document, lines) } }
  } catch (error) {
    if (error instanceof ReferenceError) return { ok: false, problems: [{ ...tooManyAliases, at: { file } }] }
    if (error instanceof RangeError) return { ok: false, problems: [{ ...tooDeep, at: { file } }] }
    throw error
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what marks a file that is not text
const controlCharacter = /[\u0000-\u0008\u000e-\u001f]/u

/** Whether the text can be YAML at all; `at` names the line where that is known. */
function findUnfit(
  text: string,
): { problem: Pick<Problem, 'code' | 'text'>; at?: { line: number } } | undefined {
  if (controlCharacter.test(text)) return { problem: notText }
  // What decoding leaves in place of a byte that is not UTF-8.
  const lost = text.indexOf('\ufffd')
  if (lost !== -1) return { problem: notUtf8, at: { line: text.slice(0, lost).split('\n').length } }
  // Comments and document markers alone make an empty file too.
  if (/^(?:\s|\ufeff|#.*|---|\.\.\.)*$/u.test(text)) return { problem: empty }
  return undefined
}

const empty = {
  code: 'empty-file',
  text: {
    da: 'Filen er tom. Begynd med en kopi af en af filerne i mappen programmes.',
    en: 'The file is empty. Start from a copy of one of the files in the folder programmes.',
  },
}
const notText = {
  code: 'not-text',
  text: {
    da: 'Filen er ikke en tekstfil. Den skal være en YAML-fil gemt som UTF-8.',
    en: 'The file is not a text file. It must be a YAML file saved as UTF-8.',
  },
}
const notUtf8 = {
  code: 'not-utf8',
  text: {
    da: 'Filen er ikke gemt som UTF-8 (formentlig Windows-1252), så æ, ø og å går tabt. Gem den som UTF-8.',
    en: 'The file is not saved as UTF-8 (probably Windows-1252), so letters such as æ, ø and å are lost. Save it as UTF-8.',
  },
}
const tooManyAliases = {
  code: 'too-many-aliases',
  text: {
    da: `Filen gentager sine ankre (& og *) for mange gange (højst ${mostAliases}). Skriv teksterne ud.`,
    en: `The file repeats its anchors (& and *) too many times (at most ${mostAliases}). Write the texts out.`,
  },
}
const tooDeep = {
  code: 'nested-too-deeply',
  text: {
    da: 'Filen har for mange niveauer inde i hinanden til at kunne læses.',
    en: 'The file is nested too deeply to be read.',
  },
}
