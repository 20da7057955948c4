import type { Language } from '../language/language.ts'
import { fillFigureText, listFigureReferences } from './figure-text.ts'
import { printFigure } from './print-figure.ts'
import type { Figure } from './report.ts'

/** What a reader of the draft should see to in somebody's text. */
export type TextWarning =
  /** `{id}` of a figure that the report does not have: it cannot be printed. */
  | { readonly kind: 'unknown-figure'; readonly id: string }
  /** A percentage typed by hand that the report has too: `figures` say it and would follow it. */
  | { readonly kind: 'typed'; readonly percent: string; readonly figures: readonly string[] }
  /** A percentage typed by hand that no figure of the report says. */
  | { readonly kind: 'contradicts'; readonly percent: string }

const typedPercent = /(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)[\s\u00A0]*(?:%|(?:procent|percent|pct)(?!\p{L}))/giu

/**
 * References to nothing, and percentages typed by hand, with the figures among `near` that would have said them: a typed
 * number stays as it is when the figure changes.
 */
export function warnOfText(
  text: string,
  language: Language,
  figures: Readonly<Record<string, Figure>>,
  near: readonly string[],
): readonly TextWarning[] {
  const unknown = listFigureReferences(text).filter((id) => figures[id] === undefined)
  const typed = [...fillFigureText(text, () => '').matchAll(typedPercent)].map(([, number = '']) => number)
  return [
    ...[...new Set(unknown)].map((id): TextWarning => ({ kind: 'unknown-figure', id })),
    ...[...new Set(typed)].map((number): TextWarning => {
      const same = [...new Set(near)].filter(
        (id) => printedPercent(figures[id], language) === comparable(number),
      )
      return same.length === 0
        ? { kind: 'contradicts', percent: number }
        : { kind: 'typed', percent: number, figures: same }
    }),
  ]
}

function printedPercent(figure: Figure | undefined, language: Language): string | undefined {
  if (figure?.format !== 'percent') return undefined
  const [, number] = /^(\d+(?:[.,]\d+)?)[\s\u00A0]*%$/u.exec(printFigure(figure, language)) ?? []
  return number === undefined ? undefined : comparable(number)
}

function comparable(number: string): string {
  return number.replace(',', '.')
}
