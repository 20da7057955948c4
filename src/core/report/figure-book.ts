import type { Interval } from '../analysis/analysis.ts'
import type { Figure } from './report.ts'

/** What a figure is made from; numbers that do not exist are left out. */
export interface FigureParts {
  readonly value: number | null
  readonly format: Figure['format']
  readonly query: string
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly notApplicable?: number | null
  readonly interval?: Interval | null
  readonly sample?: number | null
  readonly withheld?: boolean
}

/** A word of a figure's id: it is parted by strokes and stands in braces. */
export function figurePart(word: string): string {
  return word.replaceAll(/[{}\s/]/g, '_')
}

/** Collects a report's figures while its sections are written. The same id always means the same number. */
export class FigureBook {
  readonly #figures = new Map<string, Figure>()

  /** Adds a figure and returns its id, made of `path`. A withheld figure forgets its numbers here, once for all renderers. */
  add(path: readonly (string | number | null)[], parts: FigureParts): string {
    const id = path.map((part) => figurePart(String(part ?? 'all'))).join('/')
    const withheld = parts.withheld ?? false
    const figure: Figure = {
      id,
      format: parts.format,
      query: parts.query,
      value: withheld ? null : parts.value,
      numerator: withheld ? null : (parts.numerator ?? null),
      denominator: withheld ? null : (parts.denominator ?? null),
      notApplicable: withheld ? null : (parts.notApplicable ?? null),
      interval: withheld ? null : (parts.interval ?? null),
      sample: withheld ? null : (parts.sample ?? null),
      withheld,
    }
    const known = this.#figures.get(id)
    if (known !== undefined && (known.value !== figure.value || known.query !== figure.query))
      throw new Error(`Figure ${id} has two meanings: ${known.query} and ${figure.query}`)
    this.#figures.set(id, figure)
    return id
  }

  /** A whole number that is counted and not a share. */
  count(
    path: readonly (string | number | null)[],
    value: number | null,
    query: string,
    withheld = false,
  ): string {
    return this.add(path, { value, format: 'integer', query, withheld })
  }

  get(id: string): Figure {
    const figure = this.#figures.get(id)
    if (figure === undefined) throw new Error(`No figure ${id}`)
    return figure
  }

  toRecord(): Readonly<Record<string, Figure>> {
    return Object.fromEntries(this.#figures)
  }
}
