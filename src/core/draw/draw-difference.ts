import { isDeepStrictEqual } from 'node:util'
import type { LocalText } from '../language/language.ts'
import type { Problem } from '../language/problem.ts'

/** Something in a draw file that computing it again does not give; `path` is its JSON path. */
export function difference(path: string, text: LocalText): Problem {
  return { code: 'draw-differs', text, at: { column: path } }
}

export function sameValue(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
