import type { Language, LocalText } from '../language/language.ts'
import { printFigure, printInterval } from './print-figure.ts'
import type { Figure, Report } from './report.ts'

/** A figure that two reports print otherwise, with what it was made of in each. */
export interface FigureChange {
  readonly id: string
  /** Null: only the later report has it. */
  readonly before: Figure | null
  /** Null: only the earlier report has it. */
  readonly after: Figure | null
  readonly why: ChangeReason
}

/**
 * `added`, `removed`: in one of them only. `withheld`: hidden in one of them only. `answers`: other counts, here or in what it
 * was estimated from. `follow-up`: of errors, critical cases and action plans, which people go on with after the round.
 * `estimate`: the same counts, estimated otherwise (the method, or what else is read beside it).
 */
export const changeReasons = ['added', 'removed', 'withheld', 'answers', 'follow-up', 'estimate'] as const
export type ChangeReason = (typeof changeReasons)[number]

/** The figures that two reports of the same round print otherwise, in the order of the later one. */
export function compareReports(before: Report, after: Report): readonly FigureChange[] {
  const changes: FigureChange[] = []
  for (const [id, now] of Object.entries(after.figures)) {
    const then = before.figures[id] ?? null
    const why = then === null ? 'added' : reasonOf(then, now)
    if (why !== null) changes.push({ id, before: then, after: now, why })
  }
  for (const [id, then] of Object.entries(before.figures))
    if (after.figures[id] === undefined) changes.push({ id, before: then, after: null, why: 'removed' })
  return changes
}

function reasonOf(then: Figure, now: Figure): ChangeReason | null {
  if (then.withheld !== now.withheld) return 'withheld'
  if (printedInFull(then).da === printedInFull(now).da) return null
  const isCounted = then.numerator !== null && then.denominator !== null
  if (isCounted && then.numerator === now.numerator && then.denominator === now.denominator) return 'estimate'
  return otherCounts(now.id)
}

/** Why a figure has other counts, told by what it is a figure of. */
export function otherCounts(id: string): 'answers' | 'follow-up' {
  return /^(?:findings|critical|plan)\//u.test(id) ? 'follow-up' : 'answers'
}

/** A figure as printed, with what it was counted from and its interval: `89 % (206/231; 84–93 %)`. */
export function printedInFull(figure: Figure): LocalText {
  const { numerator, denominator, withheld, interval } = figure
  const parts = (language: Language) => [
    ...(withheld || numerator === null || denominator === null ? [] : [`${numerator}/${denominator}`]),
    ...(withheld || interval === null ? [] : [printInterval(figure, language)]),
  ]
  const printed = (language: Language) => {
    const counted = parts(language)
    const value = printFigure(figure, language)
    return counted.length === 0 ? value : `${value} (${counted.join('; ')})`
  }
  return { da: printed('da'), en: printed('en') }
}
