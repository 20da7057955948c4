import type { Problem } from '../../../core/language/problem.ts'
import { formatPath, type KeyPath } from '../../../core/programme/yaml-lines.ts'
import { readYaml } from '../../../core/programme/yaml-source.ts'
import { holdsCpr } from '../../../core/registry/hide-cpr.ts'
import { cprInRules, unfitCharacters } from './candidate-problems.ts'

/** What the database cannot store, and no other character is something that a person writes. */
const controlCharacter = /[^\P{Cc}\t\n\r]/u

/**
 * Texts of a file of rules that may not stand there, by line: YAML can write any character as an escape and fold a number
 * over two lines, so that the file's own lines do not show it. Of rules whose shape is right.
 */
export function findUnfitTexts(text: string, file: string): readonly Problem[] {
  const source = readYaml(text, file)
  if (!source.ok) return source.problems
  const { data, lineOf } = source.value
  return textsIn(data, []).flatMap(([written, path]) => {
    const at = { file, line: lineOf(path) }
    if (!written.isWellFormed() || controlCharacter.test(written))
      return [unfitCharacters({ ...at, column: formatPath(path) })]
    return holdsCpr(written) ? [cprInRules(at.file, at.line)] : []
  })
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
