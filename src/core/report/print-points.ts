import type { Language } from '../language/language.ts'
import { printNumber } from './print-number.ts'

/** More decimals than this tell nothing; a smaller difference stands as the smallest that they can show. */
const mostDecimals = 2
/** Below this a difference is 0 that was computed with binary fractions. In points. */
const nothing = 1e-9

/**
 * A difference of shares in percentage points with its sign, `+4`, `−12`, `0`. Only 0 is printed as 0: a limit just above
 * 0 gets the decimals it needs, or an interval that does not reach 0 would be read as one that does.
 */
export function printPoints(difference: number, language: Language, decimals = 0): string {
  const points = Math.abs(difference) * 100
  const print = (value: number, digits: number) => printNumber(value, digits, language)
  if (points < nothing) return print(0, decimals)
  const sign = difference > 0 ? '+' : '−'
  for (let digits = decimals; digits <= mostDecimals; digits++) {
    const rounded = roundHalfUp(points, digits)
    if (rounded > 0) return sign + print(rounded, digits)
  }
  return sign + print(10 ** -mostDecimals, mostDecimals)
}

/** 28,5 must not become 28 because of its binary fraction. */
function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale + 1e-9) / scale
}
