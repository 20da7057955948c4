import type { LocalText } from '../language/language.ts'
import type { Interval } from '../analysis/analysis.ts'
import type { ReportBrand } from './brand.ts'

/** Text with figures inserted by reference: `{figure-id}` is replaced by the figure's printed form, so text and table cannot differ. */
export type FigureText = LocalText

/** A number that knows what it was made of. Printed through `format`; `id` is what a reader looks up in the system. */
export interface Figure {
  readonly id: string
  readonly value: number | null
  /** `points`: a difference of two shares, printed in percentage points with its sign. */
  readonly format: 'percent' | 'integer' | 'days' | 'decimal' | 'points' | 'coefficient' | 'probability'
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notApplicable: number | null
  readonly interval: Interval | null
  /**
   * What the number rests on: applicable answers for a question, cases for a composite, the smaller side for a change.
   * Below ten no percentage is printed, only counts. Null where the rule does not apply.
   */
  readonly sample: number | null
  /** Hidden in this edition because it could point to single cases; then every number above is null. */
  readonly withheld: boolean
  /** Which part of the analysis it came from, e.g. `questions[stage=underretning,question=U-2.1,level=2,unit=*]`. */
  readonly query: string
}

export type Cell =
  | { readonly kind: 'text'; readonly text: LocalText }
  | { readonly kind: 'figure'; readonly figure: string }
  /** A share with the number it was taken of, where rows or columns rest on very different numbers: `89 % af 231`. */
  | { readonly kind: 'share-of'; readonly figure: string }
  /** An ISO date; public editions print the month only, since an earliest and a latest date belong to one case each. */
  | { readonly kind: 'date'; readonly date: string | null; readonly precision: 'day' | 'month' }
  /** Interval of a figure, as numbers. */
  | { readonly kind: 'range'; readonly figure: string }
  /** Interval of a figure, as a small dot-and-interval picture with its numbers behind. */
  | { readonly kind: 'interval'; readonly figure: string; readonly baseline: string | null }
  | { readonly kind: 'empty' }

export interface Column {
  readonly title: LocalText
  readonly align: 'start' | 'end'
  /** Share of the table's free width; absent: as narrow as its content allows. */
  readonly stretch?: number
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: FigureText }
  | { readonly kind: 'list'; readonly items: readonly FigureText[] }
  | { readonly kind: 'note'; readonly text: FigureText }
  /** Written by people for this report and printed as it stands: no figures are inserted. */
  | { readonly kind: 'authored'; readonly paragraphs: readonly LocalText[] }
  | {
      readonly kind: 'table'
      readonly caption: LocalText
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Cell[])[]
      /** The last row is a sum row. */
      readonly total: boolean
    }
  | {
      readonly kind: 'dot-chart'
      readonly caption: LocalText
      /** Read aloud instead of the picture; says what the picture shows. */
      readonly alternative: FigureText
      readonly rows: readonly {
        readonly label: LocalText
        readonly now: string
        readonly baseline: string | null
      }[]
    }
  | RunChartBlock

/** One measure over time, the oldest point first, drawn as a line; its numbers stand in a table of the report too. */
export interface RunChartBlock {
  readonly kind: 'run-chart'
  readonly caption: LocalText
  /** Read aloud instead of the picture; says what the picture shows. */
  readonly alternative: FigureText
  /** Figures of one format. */
  readonly points: readonly {
    /** Stands under the axis where there is room. */
    readonly period: LocalText
    readonly figure: string
    /** Control limits on the figures' scale. */
    readonly limits: Interval | null
    /** Stands out by a rule of the chart. */
    readonly marked: boolean
    /** Not over yet, so that the number will still grow. */
    readonly unfinished: boolean
  }[]
  /** The horizontal line: what is usual. */
  readonly centre: { readonly figure: string; readonly name: LocalText } | null
}

export interface ReportSection {
  readonly key: string
  readonly title: LocalText
  /** Lettered instead of numbered. */
  readonly annex?: boolean
  /** Tables that need the paper's long side. */
  readonly wide?: boolean
  readonly blocks: readonly Block[]
  readonly sections: readonly ReportSection[]
}

/** A report before it is rendered in a language and a format. */
export interface Report {
  readonly title: LocalText
  readonly subtitle: LocalText
  readonly municipality: string | null
  readonly audience: 'internal' | 'public'
  /** Printed on every page when set, e.g. that the cases are constructed. */
  readonly notice: LocalText | null
  /** A few pages for people who get one every week: its heading stands on the first page, and there is no list of contents. */
  readonly brief?: true
  /** What it was made by, in words: the programme or the rules, with their version. */
  readonly basis: LocalText
  /** Absent: no logo, and the colour of Tilsyn. */
  readonly brand?: ReportBrand
  readonly figures: Readonly<Record<string, Figure>>
  readonly sections: readonly ReportSection[]
}
