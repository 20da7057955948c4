import type { Language } from '../../core/language/language.ts'
import { printPoints } from '../../core/report/print-points.ts'

const locales = { da: 'da-DK', en: 'en-GB' } as const

export function localeOf(language: Language): string {
  return locales[language]
}

/** `4.012` in Danish, `4,012` in English. */
export function formatInteger(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value)
}

export function formatDecimal(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** A share in 0..1 as `72 %` (Danish) or `72%` (English); the space is one that does not break. */
export function formatPercent(share: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share)
}

/** A difference of two shares in percentage points as reports print it, always with its sign: `+4`, `−12`, `0`. */
export function formatPoints(difference: number, language: Language, digits = 0): string {
  return printPoints(difference, language, digits)
}

/** `44–72 %`; an en dash as in Danish and English print. */
export function formatInterval(interval: readonly [number, number], language: Language, digits = 0): string {
  const [lower, upper] = interval
  return `${formatDecimal(lower * 100, language, digits)}–${formatPercent(upper, language, digits)}`
}

export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatInteger(bytes, language)} B`
  if (bytes < 1_000_000) return `${formatInteger(bytes / 1000, language)} kB`
  return `${formatDecimal(bytes / 1_000_000, language)} MB`
}
