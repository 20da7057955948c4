import type { Language } from '../language/language.ts'

const locale = { da: 'da-DK', en: 'en-GB' } as const
const formats = new Map<string, Intl.NumberFormat>()

/** `1.234,5` (da), `1,234.5` (en), with exactly so many decimals. */
export function printNumber(value: number, decimals: number, language: Language): string {
  return formatFor(decimals, language).format(value)
}

/** Making a format takes a hundred times as long as using it, and a report prints thousands of numbers. */
function formatFor(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formats.set(key, format)
  return format
}
