import type { LocalText } from '../language/language.ts'
import type { Problem } from '../language/problem.ts'
import { suggest } from './suggestion.ts'
import type { Part } from './sound-part.ts'
import type { KeyPath } from './yaml-lines.ts'

/** A problem in a programme before its path has been turned into a line. */
export interface Mistake extends Pick<Problem, 'code' | 'text'> {
  readonly path: KeyPath
}

/** The second and later parts with the same value; parts whose value is wrong or missing are passed over. */
export function repeated(parts: readonly Part<string | number | undefined>[]): readonly Part<string>[] {
  const seen = new Set<string>()
  return parts.flatMap(({ value, path }) => {
    if (value === undefined) return []
    const name = String(value)
    if (seen.has(name)) return [{ value: name, path }]
    seen.add(name)
    return []
  })
}

/** One mistake for each part whose `key` was used before. */
export function findRepeated(parts: readonly Part<string | number | undefined>[], key: string): Mistake[] {
  return repeated(parts).map(({ value, path }) => ({
    code: 'not-unique',
    path: [...path, key],
    text: {
      da: `"${value}" er brugt før. Hver ${key} skal være sin egen.`,
      en: `"${value}" has been used before. Each ${key} must be its own.`,
    },
  }))
}

export function unknownReference(
  path: KeyPath,
  what: LocalText,
  written: string,
  known: readonly string[],
): Mistake {
  const hint = suggest(written, known)
  return {
    code: 'unknown-reference',
    path,
    text: {
      da: `${what.da} "${written}" findes ikke i programmet.${hint.da}`,
      en: `${what.en} "${written}" does not exist in the programme.${hint.en}`,
    },
  }
}
