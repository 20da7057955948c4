import type { Problem } from '../language/problem.ts'
import { formatPath, type KeyPath } from './yaml-lines.ts'
import { readYaml } from './yaml-source.ts'

/** A text of a YAML file as its reader understands it, key or value. */
export interface WrittenText {
  readonly text: string
  readonly path: KeyPath
  readonly line: number
}

/** What the database cannot store, and no other character is something that a person writes. */
const controlCharacter = /[^\P{Cc}\t\n\r]/u

/** Every text of a YAML file; none of one that cannot be read, which its own reader tells of. */
export function listTexts(source: string, file: string): readonly WrittenText[] {
  const read = readYaml(source, file)
  if (!read.ok) return []
  const { data, lineOf } = read.value
  return textsIn(data, []).map(([text, path]) => ({ text, path, line: lineOf(path) }))
}

/**
 * Whether a text holds what cannot be stored. YAML can write any character as an escape, so that the file's own lines do not
 * show it.
 */
export function isUnfit(text: string): boolean {
  return !text.isWellFormed() || controlCharacter.test(text)
}

export function unfitCharacters({ path, line }: WrittenText, file: string): Problem {
  return {
    code: 'unfit-characters',
    text: {
      da: 'Teksten indeholder tegn, som ikke kan gemmes, f.eks. styretegn eller et halvt tegn. Slet dem, eller skriv teksten igen.',
      en: 'The text contains characters that cannot be stored, such as control characters or half a character. Delete them, or write the text again.',
    },
    at: { file, line, column: formatPath(path) },
  }
}

/** Every text with its path, keys too. */
function textsIn(data: unknown, path: KeyPath): readonly (readonly [string, KeyPath])[] {
  if (typeof data === 'string') return [[data, path]]
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) return data.flatMap((each: unknown, index) => textsIn(each, [...path, index]))
  return Object.entries(data).flatMap(([key, value]) => [
    [key, path] as const,
    ...textsIn(value, [...path, key]),
  ])
}
