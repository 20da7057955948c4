import type { ProportionAnswer } from '../../../contract/analysis/figures.ts'
import type { Language } from '../../../core/language/language.ts'
import { fewestForPercent, isSmall, printFigure, printInterval } from '../../../core/report/print-figure.ts'
import type { Figure } from '../../../core/report/report.ts'
import { formatPoints } from '../../format/numbers.ts'
import type { Estimate } from '../../ui/DotInterval.tsx'

type Share = Pick<ProportionAnswer, 'numerator' | 'denominator' | 'share' | 'interval'> &
  Partial<Pick<ProportionAnswer, 'notApplicable'>>

/** A share as the report prints it, so that screen and paper cannot differ: under ten (`sample`) a count, `4 af 5`. */
export function printShare(share: Share, sample: number, language: Language): string {
  return printFigure(figureOf(share, sample), language)
}

/** `44–72 %`; null where nothing is said of so few. */
export function printShareInterval(share: Share, sample: number, language: Language): string | null {
  const figure = figureOf(share, sample)
  return figure.interval === null || isSmall(figure) ? null : printInterval(figure, language)
}

/** What may be drawn as a dot; null where the sample is too small for a share. */
export function drawnShare(share: Share, sample: number): Estimate | null {
  const figure = figureOf(share, sample)
  return isSmall(figure) ? null : { share: share.share, interval: share.interval }
}

/**
 * A difference in percentage points with its sign and one decimal, `–` where a side is too small. Shares stand in whole
 * per cent: 78 and 79 can be 77.6 and 78.5 or 78.4 and 78.6, and the decimal tells which.
 */
export function printChange(difference: number, sample: number, language: Language): string {
  return sample < fewestForPercent ? '–' : formatPoints(difference, language, 1)
}

/** `< 0,001` or three decimals. */
export function printProbability(p: number, language: Language): string {
  const of = { numerator: 0, denominator: 0, share: p, interval: null }
  return printFigure({ ...figureOf(of, Infinity), format: 'probability' }, language)
}

function figureOf(
  { numerator, denominator, notApplicable = 0, share, interval }: Share,
  sample: number,
): Figure {
  return {
    id: '',
    query: '',
    format: 'percent',
    value: share,
    numerator,
    denominator,
    notApplicable,
    interval,
    sample,
    withheld: false,
  }
}
