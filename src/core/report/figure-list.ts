import type { Language } from '../language/language.ts'
import { listCellFigures } from './assert-report.ts'
import { fillFigureText, listFigureReferences } from './figure-text.ts'
import { printFigure } from './print-figure.ts'
import type { PrintedBlock, PrintedCell, PrintedFigure, PrintedTable } from './printed-report.ts'
import type { Block, Cell, Figure, FigureText } from './report.ts'

/** Ends of sentences, so that a figure that stands in words only is named by the sentence it stands in. */
const betweenSentences = /(?<=[.!?])\s+/u

type Section = Pick<PrintedFigure, 'section' | 'sectionTitle'>

/**
 * The figures a report prints, in reading order, each with the place that tells most about it: a table before a chart
 * before a text. Figures that are reckoned and not printed are no part of the edition and stand in no list.
 */
export class FigureList {
  readonly #language: Language
  readonly #figure: (id: string) => Figure
  readonly #found = new Map<string, PrintedFigure>()

  constructor(language: Language, figure: (id: string) => Figure) {
    this.#language = language
    this.#figure = figure
  }

  /** Takes down every figure of a block; `printed` is the same block as it is printed. */
  note(block: Block, printed: PrintedBlock | undefined, section: Section): void {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return this.#noteText(block.text, section)
      case 'list':
        for (const item of block.items) this.#noteText(item, section)
        return
      case 'authored':
        return
      case 'table':
        if (printed?.kind === 'table') this.#noteTable(block.rows, printed, section)
        return
      case 'dot-chart':
        if (printed?.kind !== 'dot-chart') return
        for (const { label, now, baseline } of block.rows)
          for (const id of baseline === null ? [now] : [now, baseline])
            this.#add(id, section, { in: 'chart', number: printed.number, caption: printed.caption }, [
              label[this.#language],
            ])
        return this.#noteText(block.alternative, section)
      case 'run-chart': {
        if (printed?.kind !== 'run-chart') return
        const place = { in: 'chart', number: printed.number, caption: printed.caption } as const
        for (const { period, figure } of block.points)
          this.#add(figure, section, place, [period[this.#language]])
        if (block.centre !== null)
          this.#add(block.centre.figure, section, place, [block.centre.name[this.#language]])
        return this.#noteText(block.alternative, section)
      }
      default:
        return block satisfies never
    }
  }

  list(): readonly PrintedFigure[] {
    return [...this.#found.values()]
  }

  #noteTable(rows: readonly (readonly Cell[])[], table: PrintedTable, section: Section): void {
    const place = { in: 'table', number: table.number, caption: table.caption } as const
    for (const [at, row] of rows.entries()) {
      const name = rowName(row, table.rows[at] ?? [])
      for (const [column, cell] of row.entries())
        for (const id of listCellFigures(cell))
          this.#add(id, section, place, name, table.columns[column]?.title)
    }
  }

  #noteText(text: FigureText, section: Section): void {
    for (const sentence of text[this.#language].split(betweenSentences))
      for (const id of listFigureReferences(sentence))
        this.#add(id, section, { in: 'text' }, [
          fillFigureText(sentence, (one) => printFigure(this.#figure(one), this.#language)),
        ])
  }

  #add(
    id: string,
    section: Section,
    place: PrintedFigure['place'],
    row: readonly string[],
    column = '',
  ): void {
    const known = this.#found.get(id)
    if (known !== undefined && rank[known.place.in] <= rank[place.in]) return
    const figure = this.#figure(id)
    // It moves to where it is told best, so that the list follows the sections.
    this.#found.delete(id)
    this.#found.set(id, {
      ...section,
      place,
      label: joined([...row, column]),
      printed: printFigure(figure, this.#language),
      figure,
    })
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

const rank = { table: 0, chart: 1, text: 2 } as const

/** The words a row begins with: everything before its first number. */
function rowName(row: readonly Cell[], printed: readonly PrintedCell[]): readonly string[] {
  const first = row.findIndex((cell) => listCellFigures(cell).length > 0)
  return printed.slice(0, first).map(({ text }) => text)
}
