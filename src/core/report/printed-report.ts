import type { Language } from '../language/language.ts'
import type { Logo } from './logo.ts'
import type { Figure, Report } from './report.ts'

/** A share and its interval on the axis from 0 to 1, for pictures. */
export interface PrintedMark {
  readonly value: number
  readonly interval: readonly [number, number] | null
}

export interface PrintedCell {
  readonly text: string
  /** The figure the text was printed from, for renderers that keep numbers as numbers. */
  readonly figure: Figure | null
  /** What the text says after the figure: ` af 231` of `89 % af 231`. */
  readonly after?: string
  /** Drawn instead of the text, which then is what the picture says. */
  readonly picture: { readonly now: PrintedMark | null; readonly baseline: PrintedMark | null } | null
}

interface PrintedColumn {
  readonly title: string
  readonly align: 'start' | 'end'
  readonly stretch: number | null
  /** Holds pictures only; the column after it says the same in numbers, so editable formats leave it out. */
  readonly picture: boolean
}

export interface PrintedTable {
  readonly kind: 'table'
  readonly number: number
  readonly caption: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly (readonly PrintedCell[])[]
  readonly total: boolean
}

export interface PrintedChart {
  readonly kind: 'dot-chart'
  readonly number: number
  readonly caption: string
  readonly alternative: string
  readonly rows: readonly {
    readonly label: string
    readonly text: string
    readonly now: PrintedMark | null
    readonly baseline: PrintedMark | null
  }[]
}

/** Everything placed between 0 (bottom) and 1 (top) of the axis, so that renderers only draw. */
export interface PrintedRunChart {
  readonly kind: 'run-chart'
  readonly number: number
  readonly caption: string
  readonly alternative: string
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly points: readonly {
    /** Null: no number, or of too few to be drawn; the line has a gap. */
    readonly at: number | null
    /** Null where the axis has no room for it. */
    readonly period: string | null
    readonly limits: readonly [number, number] | null
    readonly marked: boolean
    readonly unfinished: boolean
  }[]
  readonly centre: { readonly at: number; readonly name: string } | null
}

export type PrintedBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | PrintedTable
  | PrintedChart
  | PrintedRunChart

export interface PrintedSection {
  readonly key: string
  /** `4.2` or `A.1`. */
  readonly number: string
  readonly title: string
  readonly wide: boolean
  readonly blocks: readonly PrintedBlock[]
  readonly sections: readonly PrintedSection[]
}

/** A figure that the report prints, with the place that tells most about it. */
export interface PrintedFigure {
  /** `4.2`. */
  readonly section: string
  readonly sectionTitle: string
  readonly place:
    | { readonly in: 'table' | 'chart'; readonly number: number; readonly caption: string }
    | { readonly in: 'text' }
  /** What it is the number of: the words of its row and column, or the sentence it stands in. */
  readonly label: string
  readonly printed: string
  readonly figure: Figure
}

export interface PrintedBrand {
  readonly name: string
  /** `#rrggbb`. */
  readonly colour: string
  readonly logo: Logo | null
  /** Of the front page. */
  readonly lines: readonly string[]
  readonly origin: string | null
  readonly licence: string | null
}

/** A report in one language with every figure printed: what all renderers lay out and none computes on. */
export interface PrintedReport {
  readonly language: Language
  readonly audience: Report['audience']
  readonly title: string
  readonly subtitle: string
  readonly municipality: string | null
  readonly edition: string
  readonly notice: string | null
  /** No front page and no contents where the format has pages. */
  readonly brief: boolean
  /** What it was made by, in words. */
  readonly basis: string
  readonly sections: readonly PrintedSection[]
  readonly brand: PrintedBrand | null
  /** Every figure that is printed, once, in the order of reading. */
  readonly figures: readonly PrintedFigure[]
}
