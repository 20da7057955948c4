import type { LocalText } from '../language/language.ts'
import type { Problem } from '../language/problem.ts'

/** Something in a draw file that computing it again does not give; `path` is its JSON path. */
export function difference(path: string, text: LocalText): Problem {
  return { code: 'draw-differs', text, at: { column: path } }
}

/** Equality of values as JSON knows them; the order of an object's fields does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameValue(a[name], b[name]))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
