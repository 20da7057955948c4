import type { Language } from '../../core/language/language.ts'
import { formatInteger } from './numbers.ts'

const units = { da: { hours: 't.', minutes: 'min.' }, en: { hours: 'h', minutes: 'min' } } as const

/** Minutes as working time: `45 min.` below an hour, whole hours (rounded) from ten on, `2 t. 15 min.` in between. */
export function formatHours(exact: number, language: Language): string {
  const { hours: h, minutes: m } = units[language]
  const minutes = Math.round(exact)
  if (minutes < 60) return `${minutes}\u00A0${m}`
  if (minutes >= 600) return `${formatInteger(minutes / 60, language)}\u00A0${h}`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)}\u00A0${h}`
  return rest === 0 ? hours : `${hours} ${rest}\u00A0${m}`
}
