import type { Language } from '../../../core/language/language.ts'
import { formatDecimal } from '../../format/numbers.ts'

/** A share as percentage points, as exact as a plan can be: one decimal below ten, none above. */
export function pointsText(share: number, language: Language): string {
  const points = 100 * share
  return formatDecimal(points, language, points < 9.95 ? 1 : 0)
}
