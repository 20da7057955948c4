import type { Language } from '../../../core/language/language.ts'
import { formatDecimal } from '../../format/numbers.ts'

/** A share as percentage points, as exact as a plan can be: one decimal below ten, none above; never 0 for what is more. */
export function pointsText(share: number, language: Language): string {
  const points = share > 0 ? Math.max(0.1, 100 * share) : 0
  return formatDecimal(points, language, points < 9.95 ? 1 : 0)
}
