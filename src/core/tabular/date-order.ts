import { plural } from '../language/plural.ts'
import type { Place, Problem } from '../language/problem.ts'
import { partsOfYearLast, type DateOrder } from './written-date.ts'

/**
 * What one date tells of the order its column is written in.
 * - `own`: only the order it is read in gives a day (31/05/2018 of dmy).
 * - `other`: only the other order does.
 * - `either`: both do, and give different days (03/04/2018).
 * - `slashed`: the same, and a slash stands between them: no country's habit decides.
 * - `nothing`: the year stands first, or both orders give one day.
 */
export type OrderSign = 'own' | 'other' | 'either' | 'slashed' | 'nothing'

export function orderSign(first: number, second: number, isSlash: boolean, order: DateOrder): OrderSign {
  if (first > 12 || second > 12) {
    if (first > 12 && second > 12) return 'nothing'
    return first > 12 === (order === 'dmy') ? 'own' : 'other'
  }
  if (first === second) return 'nothing'
  return isSlash ? 'slashed' : 'either'
}

export function orderSignOf(text: string, order: DateOrder): OrderSign {
  const parts = partsOfYearLast(text)
  return parts === undefined ? 'nothing' : orderSign(parts.first, parts.second, parts.mark === '/', order)
}

/** How the dates of one column are written, and where one of each kind stands. */
class ColumnTally {
  own = 0
  other = 0
  /** `either` and `slashed` together. */
  open = 0
  slashed = 0
  firstOther = 0
  firstSlashed = 0
}

/** A slip of the finger is rarer than one in a hundred; a file of two orders is not. */
const mostSlips = 0.01

/**
 * Gathers from the dates of a file in which order they are written, so that 03/04/2018 is read as the third of April only
 * where something says so. Rows whose date the order does not allow are refused one by one; this is about the others.
 */
export class DateOrders {
  readonly #order: DateOrder
  /** A person has said the order, or an earlier file of the source has shown it. */
  readonly #isKnown: boolean
  readonly #columns = new Map<number, ColumnTally>()

  constructor(order: DateOrder | undefined) {
    this.#order = order ?? 'dmy'
    this.#isKnown = order !== undefined
  }

  add(column: number, sign: OrderSign, line: number): void {
    if (sign === 'nothing') return
    let tally = this.#columns.get(column)
    if (tally === undefined) this.#columns.set(column, (tally = new ColumnTally()))
    if (sign === 'own') tally.own += 1
    else if (sign === 'other') {
      if (tally.other === 0) tally.firstOther = line
      tally.other += 1
    } else {
      tally.open += 1
      if (sign === 'either') return
      if (tally.slashed === 0) tally.firstSlashed = line
      tally.slashed += 1
    }
  }

  /** The order, where somebody said it or the file itself shows it. */
  get shown(): DateOrder | undefined {
    return this.#isKnown || this.#isProven ? this.#order : undefined
  }

  /**
   * Why dates of the file cannot be trusted to be the days they were read as; `columns` are the header's names. What to do
   * about it is for the caller to add: not everywhere can the order be said.
   */
  problems(file: string, columns: readonly string[]): readonly Problem[] {
    const tallies = [...this.#columns]
    const place = (column: number, line: number) => ({ file, line, column: columns[column] ?? '' })
    const contradicted = tallies.flatMap(([column, { own, other, open, firstOther }]) =>
      open > 0 && other > 0 && other >= mostSlips * (own + other)
        ? [contradicts(this.#order, own > 0, open, place(column, firstOther))]
        : [],
    )
    if (contradicted.length > 0 || this.#isKnown || this.#isProven) return contradicted
    return tallies.flatMap(([column, { slashed, firstSlashed }]) =>
      slashed > 0 ? [unknownOrder(slashed, place(column, firstSlashed))] : [],
    )
  }

  /** One column that shows its order speaks for the others of the same file. */
  get #isProven(): boolean {
    return [...this.#columns.values()].some(({ own }) => own > 0)
  }
}

function unknownOrder(count: number, at: Place): Problem {
  return {
    code: 'date-order-unknown',
    text: {
      da: `Her kan dagen eller måneden stå først, og ingen dato i filen viser hvilket (${plural('da', count, 'én dato', `${count} datoer`)}, den første her).`,
      en: `The day or the month may stand first here, and no date of the file shows which (${plural('en', count, 'one date', `${count} dates`)}, the first one here).`,
    },
    at,
  }
}

/** `isMixed`: the column also has dates of the other order. */
function contradicts(order: DateOrder, isMixed: boolean, open: number, at: Place): Problem {
  const da = order === 'dmy' ? 'måneden' : 'dagen'
  const en = order === 'dmy' ? 'month' : 'day'
  return {
    code: isMixed ? 'date-order-mixed' : 'date-order-contradicted',
    text: {
      da: isMixed
        ? `Kolonnen har både datoer med dagen først og datoer med måneden først (her står ${da} først), så ${open} andre kan ikke læses med sikkerhed. Del filen, eller ret datoerne.`
        : `Her står ${da} først, så ${open} andre datoer i kolonnen ville blive læst forkert.`,
      en: isMixed
        ? `The column has dates with the day first and dates with the month first (here the ${en} stands first), so ${open} others cannot be read with certainty. Split the file or mend the dates.`
        : `The ${en} stands first here, so ${open} other dates of the column would be misread.`,
    },
    at,
  }
}
