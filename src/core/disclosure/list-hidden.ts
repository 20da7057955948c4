import type { PublishedFigure } from './published-report.ts'
import type { ReleasedMask } from './released-mask.ts'

/**
 * Why a public edition withholds a figure. `small`: it is a count in 1..smallCell-1, or a share or change made of one.
 * `complementary`: it stands in the row of one, which would follow from it. `follows-from`: a total that one could be solved
 * from. `earlier-release`: an edition that is out withholds it.
 */
export const hiddenReasons = ['small', 'complementary', 'follows-from', 'earlier-release'] as const
export type HiddenReason = (typeof hiddenReasons)[number]

export interface HiddenFigure {
  readonly figure: string
  readonly why: HiddenReason
}

type Figures = Readonly<Record<string, PublishedFigure>>

/** An edition as the list needs it: which rounds its ids speak of, and its figures. */
export interface HidingEdition {
  readonly round: string
  readonly baselineRound: string | null
  readonly figures: Figures
}

/**
 * What an edition withholds and why, in its own order, for those who may read the internal edition. `open` is the internal
 * edition of the same analysis: a withheld figure holds no numbers to tell the reason by.
 */
export function listHidden(
  { round, baselineRound, figures }: HidingEdition,
  open: Figures,
  smallCell: number,
  released: ReleasedMask,
): readonly HiddenFigure[] {
  const isSmall = (count: number | null) => count !== null && count >= 1 && count < smallCell
  const smallRows = new Map<string, boolean>()
  const hidden = Object.entries(figures).filter(([, { withheld }]) => withheld)
  for (const [id] of hidden) {
    const row = rowOf(id)
    smallRows.set(row, (smallRows.get(row) ?? false) || hasSmall(open[id], isSmall))
  }
  return hidden.map(([id]): HiddenFigure => {
    const whole = open[id]
    if (hasSmall(whole, isSmall)) return { figure: id, why: 'small' }
    const of = placeOf(id)
    const wasHidden =
      of !== null &&
      [round, baselineRound].some((one) => one !== null && released.isHidden({ ...of, round: one }))
    // A total is withheld for what it is made of, and not for a small number beside it.
    if (of === null || of.question === null)
      return { figure: id, why: wasHidden ? 'earlier-release' : 'follows-from' }
    if (smallRows.get(rowOf(id)) === true) return { figure: id, why: 'complementary' }
    return { figure: id, why: wasHidden ? 'earlier-release' : 'follows-from' }
  })
}

/** Withheld figures that stand in one row of a table, as a reader meets them. */
export interface HiddenRow {
  /** The figure that the row is about: its share where it has one. */
  readonly figure: string
  /** How many of the row's figures are withheld, by why. */
  readonly why: Readonly<Partial<Record<HiddenReason, number>>>
}

/** Every withheld figure stands in exactly one row; in the order of the edition. */
export function rowsOfHidden(hidden: readonly HiddenFigure[]): readonly HiddenRow[] {
  return [...Map.groupBy(hidden, ({ figure }) => rowOf(figure)).entries()].map(([row, figures]) => {
    const why: Partial<Record<HiddenReason, number>> = {}
    for (const one of figures) why[one.why] = (why[one.why] ?? 0) + 1
    const share = figures.find(({ figure }) => figure === `${row}/share`)
    return { figure: share?.figure ?? figures[0]?.figure ?? row, why }
  })
}

function hasSmall(figure: PublishedFigure | undefined, isSmall: (count: number | null) => boolean): boolean {
  if (figure === undefined) return false
  const { value, numerator, denominator, notApplicable } = figure
  if (numerator !== null && denominator !== null)
    return [numerator, denominator - numerator, notApplicable].some(isSmall)
  return Number.isInteger(value) && isSmall(value)
}

function rowOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

/** Null: no question's and no composite's. */
function placeOf(
  id: string,
): { readonly stage: string | null; readonly question: string | null; readonly level: number } | null {
  const found = /^(?:composite\/([^/]+)|question\/([^/]+)\/([^/]+))\/level-(\d+)\//u.exec(id)
  if (found === null) return null
  const [, ofComposite, ofQuestion, question = null, level] = found
  const stage = ofComposite ?? ofQuestion ?? null
  return { stage: stage === 'all' ? null : stage, question, level: Number(level) }
}
