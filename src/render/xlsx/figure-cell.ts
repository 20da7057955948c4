import type { Language } from '../../core/language/language.ts'
import type { PrintedCell } from '../../core/report/printed-report.ts'
import { isSmall } from '../../core/report/print-figure.ts'
import type { Figure } from '../../core/report/report.ts'

/** A number as a spreadsheet holds it, with the format that shows it as the report prints it. */
export interface SheetNumber {
  readonly value: number
  readonly format: string
}

const percentFormat = { da: '0" %"', en: '0"%"' } as const

/** The number behind a cell; undefined where the report prints words instead: `3 af 5`, `–`, `·`. */
export function findSheetNumber(
  { figure, after = '' }: PrintedCell,
  language: Language,
): SheetNumber | undefined {
  if (figure === null || figure.value === null) return undefined
  if (isSmall(figure) && figure.format !== 'integer') return undefined
  const { value, format } = numberOf(figure, figure.value, language)
  return { value, format: after === '' ? format : `${format}"${after}"` }
}

function numberOf(figure: Figure, value: number, language: Language): SheetNumber {
  switch (figure.format) {
    case 'percent':
      // Hundreds instead of a fraction: Danish sets a space before the sign, which the built-in format cannot.
      return { value: value * 100, format: percentFormat[language] }
    case 'points':
      return { value: value * 100, format: pointsFormat(Math.abs(value) * 100) }
    case 'integer':
    case 'days':
      return { value, format: '#,##0' }
    case 'decimal':
      return { value, format: '0.0' }
    case 'coefficient':
      return { value, format: '0.00' }
    case 'probability':
      return { value, format: '0.000' }
    default:
      return figure.format satisfies never
  }
}

/** A change is shown as 0 only where it is 0, as in print (`print-points.ts`). */
function pointsFormat(size: number): string {
  const digits = size >= 0.5 ? '0' : size >= 0.05 ? '0.0' : '0.00'
  return `+${digits};−${digits};0`
}
