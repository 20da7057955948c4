import type { LocalText } from '../../language/language.ts'
import { figureCell, endColumn, startColumn, textCell } from '../../report/cells.ts'
import { FigureBook } from '../../report/figure-book.ts'
import type { Block, Cell } from '../../report/report.ts'
import type { FlowShare, FlowUnit, KeptDeadlines } from './flow-figures.ts'

/** Whose figures stand in a column: the unit's, and beside them the whole municipality's. */
export interface Scope<Figures> {
  /** `*` for the municipality. */
  readonly key: string
  readonly title: LocalText
  readonly figures: Figures
}

export const wholeMunicipality: LocalText = { da: 'Hele kommunen', en: 'The whole municipality' }

/** The municipality's figures, and those of no known unit. */
const municipalityKey = '*'
const nobodyKey = '-'

/** What a unit's figures stand under. A source may call its units as the two others are called here. */
export function unitKey(unit: FlowUnit | null): string {
  if (unit === null) return nobodyKey
  return unit.id === municipalityKey || unit.id === nobodyKey ? `unit ${unit.id}` : unit.id
}

export function scopeKey(unit: FlowUnit | null): string {
  return unit === null ? municipalityKey : unitKey(unit)
}

export function scopesOf<Figures>(report: {
  readonly unit: FlowUnit | null
  readonly figures: Figures
  readonly municipality: Figures
}): readonly Scope<Figures>[] {
  const { unit, figures, municipality } = report
  if (unit === null) return [{ key: municipalityKey, title: { da: 'Antal', en: 'Number' }, figures }]
  return [
    { key: unitKey(unit), title: { da: unit.name, en: unit.name }, figures },
    { key: municipalityKey, title: wholeMunicipality, figures: municipality },
  ]
}

/** Figures of one report, each with the question that gives the same number again. */
export class FlowBook {
  readonly book = new FigureBook()
  readonly #period: string

  /** `weeks[2026-W47]` */
  constructor(period: string) {
    this.#period = period
  }

  count(scope: string, path: string, value: number | null): string {
    return this.book.count(idOf(scope, path), value, this.#query(scope, path))
  }

  /** Days, with one decimal. */
  days(scope: string, path: string, value: number | null, of: number | null = null): string {
    return this.book.add(idOf(scope, path), {
      value,
      format: 'decimal',
      denominator: of,
      query: this.#query(scope, path),
    })
  }

  share(scope: string, path: string, share: FlowShare | null): string {
    return this.book.add(idOf(scope, path), {
      value: share?.share ?? null,
      format: 'percent',
      numerator: share?.count ?? null,
      denominator: share?.of ?? null,
      interval: share === null ? null : [share.lower, share.upper],
      sample: share?.of ?? null,
      query: this.#query(scope, path),
    })
  }

  /** A share without an interval, as a point of a series is. */
  part(scope: string, path: string, value: number | null, of: number | null): string {
    return this.book.add(idOf(scope, path), {
      value,
      format: 'percent',
      numerator: value === null || of === null ? null : Math.round(value * of),
      denominator: of,
      sample: of,
      query: this.#query(scope, path),
    })
  }

  #query(scope: string, path: string): string {
    return `${this.#period}[unit=${scope}].${path}`
  }
}

/** Names of sources differ by signs that an id cannot hold; those are written in another way, so that no two become one. */
function idOf(...path: readonly string[]): readonly string[] {
  return path.map((part) => part.replaceAll(/[%{}\s/]/gu, (sign) => encodeURIComponent(sign)))
}

export interface CountRow<Figures> {
  readonly label: LocalText
  /** Where the number stands in the report, e.g. `received.total`. */
  readonly path: string
  readonly value: (figures: Figures) => number | null
}

/** Counts down the page, a column a scope. `total`: the last row is the sum of those above. */
export function countTable<Figures>(
  book: FlowBook,
  caption: LocalText,
  scopes: readonly Scope<Figures>[],
  rows: readonly CountRow<Figures>[],
  total = false,
): Block {
  return {
    kind: 'table',
    caption,
    columns: [startColumn('', '', 1), ...scopes.map(({ title }) => endColumn(title.da, title.en))],
    rows: rows.map(({ label, path, value }) => [
      textCell(label),
      ...scopes.map(({ key, figures }) => figureCell(book.count(key, path, value(figures)))),
    ]),
    total,
  }
}

const keptLabels = {
  met: { da: 'I tide', en: 'In time' },
  late: { da: 'For sent', en: 'Late' },
  open: { da: 'Ikke gjort, og fristen er overskredet', en: 'Not done, and past the time' },
  running: { da: 'Ikke gjort, og fristen løber endnu', en: 'Not done, and the time is not up' },
  cannotTell: { da: 'Kan ikke ses af datoerne', en: 'The dates do not tell' },
} as const satisfies Record<Exclude<keyof KeptDeadlines, 'share'>, LocalText>

/** What became of deadlines, and the share kept with its interval; what cannot be told stands beside it. */
export function keptTable<Figures>(
  book: FlowBook,
  caption: LocalText,
  scopes: readonly Scope<Figures>[],
  { path, kept }: { readonly path: string; readonly kept: (figures: Figures) => KeptDeadlines | null },
): Block {
  // Object.keys loses the literal types of a constant object's keys.
  const states = Object.keys(keptLabels) as (keyof typeof keptLabels)[]
  const share = (scope: Scope<Figures>) =>
    book.share(scope.key, `${path}.share`, kept(scope.figures)?.share ?? null)
  const shares = (label: LocalText, kind: 'share-of' | 'range'): readonly Cell[] => [
    textCell(label),
    ...scopes.map((scope): Cell => ({ kind, figure: share(scope) })),
  ]
  return {
    kind: 'table',
    caption,
    columns: [startColumn('', '', 1), ...scopes.map(({ title }) => endColumn(title.da, title.en))],
    rows: [
      ...states.map((state) => [
        textCell(keptLabels[state]),
        ...scopes.map(({ key, figures }) =>
          figureCell(book.count(key, `${path}.${state}`, kept(figures)?.[state] ?? null)),
        ),
      ]),
      shares(
        { da: 'Andel i tide, af dem hvis frist er udløbet', en: 'Share in time, of those whose time is up' },
        'share-of',
      ),
      shares({ da: '95 %-interval', en: '95% interval' }, 'range'),
    ],
    total: false,
  }
}

/** `1 sag` and `3 sager`, and so in English. */
export function counted(n: number, one: LocalText, other: LocalText): LocalText {
  return n === 1 ? one : other
}
