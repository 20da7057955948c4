import type { Language } from '../language/language.ts'
import type { Interval } from '../analysis/analysis.ts'
import { isNowhereApplicable } from '../analysis/counts.ts'
import { printNumber } from './print-number.ts'
import { printPoints } from './print-points.ts'
import type { Figure } from './report.ts'

/** Below this many answers or cases a percentage says more than the sample can (statistics.md 2). */
export const fewestForPercent = 10

/** Danish sets a space before the sign, which must not break over lines. */
const percentSign = { da: '\u00A0%', en: '%' } as const
const nothing = '–'
const hidden = '·'
const of = { da: 'af', en: 'of' } as const
const nowhere = { da: 'ikke relevant', en: 'not applicable' } as const

/** A figure as every renderer prints it: `89 %` (da), `89%` (en), `3 af 5` on small samples, `ikke relevant` of nothing applicable, `–` without value, `·` when withheld. */
export function printFigure(figure: Figure, language: Language): string {
  if (figure.withheld) return hidden
  if (figure.value === null) return isNowhere(figure) ? nowhere[language] : nothing
  switch (figure.format) {
    case 'integer':
    case 'days':
      return printNumber(figure.value, 0, language)
    case 'decimal':
      return printNumber(figure.value, 1, language)
    case 'coefficient':
      return printNumber(figure.value, 2, language)
    case 'percent':
      return isSmall(figure) ? printCount(figure, language) : printPercent(figure.value, language)
    case 'points':
      return isSmall(figure) ? nothing : printPoints(figure.value, language)
    case 'probability':
      return figure.value < 0.001
        ? `< ${printNumber(0.001, 3, language)}`
        : printNumber(figure.value, 3, language)
    default:
      return figure.format satisfies never
  }
}

/** A share with what it was taken of, `89 % af 231`; `3 af 5` says it already. */
export function printShareOf(figure: Figure, language: Language): string {
  const printed = printFigure(figure, language)
  if (figure.withheld || figure.value === null || figure.denominator === null || isSmall(figure))
    return printed
  return `${printed} ${of[language]} ${printNumber(figure.denominator, 0, language)}`
}

/** The figure's interval, `67–97 %`; `–` where there is none or the sample is too small for percentages. */
export function printInterval(
  figure: Pick<Figure, 'format' | 'interval' | 'sample' | 'withheld'>,
  language: Language,
): string {
  if (figure.withheld) return hidden
  if (figure.interval === null || isSmall(figure)) return nothing
  const [lower, upper] = figure.interval
  return figure.format === 'points'
    ? `${printPoints(lower, language)} ${{ da: 'til', en: 'to' }[language]} ${printPoints(upper, language)}`
    : printRange(figure.interval, language)
}

/** A share of nothing because nothing was applicable, which is not the same as too few. */
function isNowhere({ format, denominator, notApplicable }: Figure): boolean {
  return (
    format === 'percent' &&
    denominator !== null &&
    notApplicable !== null &&
    isNowhereApplicable({ denominator, notApplicable })
  )
}

/** Whether the sample is too small for a percentage, an interval or a change to be printed. */
export function isSmall(figure: Pick<Figure, 'sample'>): boolean {
  return figure.sample !== null && figure.sample < fewestForPercent
}

function printCount(figure: Figure, language: Language): string {
  if (figure.numerator === null || figure.denominator === null) return nothing
  const numerator = printNumber(figure.numerator, 0, language)
  return `${numerator} ${of[language]} ${printNumber(figure.denominator, 0, language)}`
}

/** Whole per cent; 0 and 100 are kept for exactly none and exactly all, so `99,6 %` gets its decimal. */
function printPercent(share: number, language: Language): string {
  const percent = share * 100
  const whole = roundHalfUp(percent)
  const exact = (whole !== 100 && whole !== 0) || Math.abs(percent - whole) < 1e-9
  const tenths = Math.min(99.9, Math.max(0.1, roundHalfUp(percent * 10) / 10))
  const sign = percentSign[language]
  return (exact ? printNumber(whole, 0, language) : printNumber(tenths, 1, language)) + sign
}

function printRange([lower, upper]: Interval, language: Language): string {
  const sign = percentSign[language]
  const end = (share: number) =>
    printNumber(Math.min(100, Math.max(0, roundHalfUp(share * 100))), 0, language)
  return `${end(lower)}–${end(upper)}${sign}`
}

/** 28,5 must not become 28 because of its binary fraction. */
function roundHalfUp(value: number): number {
  return Math.round(value + 1e-9)
}
