import type { Language } from '../language/language.ts'
import type { ReportBrand } from './brand.ts'
import { FigureList } from './figure-list.ts'
import { fillFigureText } from './figure-text.ts'
import { printDate } from './print-date.ts'
import { isSmall, printFigure, printInterval, printShareOf } from './print-figure.ts'
import { printRunChart } from './print-run-chart.ts'
import type {
  PrintedBlock,
  PrintedCell,
  PrintedMark,
  PrintedReport,
  PrintedSection,
} from './printed-report.ts'
import type { Block, Cell, Figure, FigureText, Report, ReportSection } from './report.ts'

const editions = {
  internal: { da: 'Intern udgave', en: 'Internal edition' },
  public: { da: 'Offentlig udgave', en: 'Public edition' },
} as const

/** The report in one language: texts filled, figures printed, sections, tables and charts numbered. */
export function printReport(report: Report, language: Language): PrintedReport {
  const printer = new ReportPrinter(report, language)
  const sections = printer.printSections()
  return {
    language,
    audience: report.audience,
    title: report.title[language],
    subtitle: report.subtitle[language],
    municipality: report.municipality,
    edition: editions[report.audience][language],
    notice: report.notice?.[language] ?? null,
    brief: report.brief ?? false,
    basis: report.basis[language],
    brand: report.brand === undefined ? null : printBrand(report.brand, language),
    sections,
    figures: printer.listFigures(),
  }
}

const licenceWord = { da: 'Licens', en: 'Licence' } as const

function printBrand({ name, colour, logo, lines, origin, licence }: ReportBrand, language: Language) {
  return {
    name,
    colour,
    logo,
    lines: [
      ...lines.map((line) => line[language]),
      ...(licence === null ? [] : [`${licenceWord[language]}: ${licence[language]}`]),
    ],
    origin,
    licence: licence?.[language] ?? null,
  }
}

/** Numbers tables and charts in reading order while it prints. */
class ReportPrinter {
  readonly #report: Report
  readonly #language: Language
  readonly #figures: FigureList
  #tables = 0
  #charts = 0

  constructor(report: Report, language: Language) {
    this.#report = report
    this.#language = language
    this.#figures = new FigureList(language, (id) => this.#figure(id))
  }

  printSections(): readonly PrintedSection[] {
    const { sections } = this.#report
    const chapters = sections.filter((section) => section.annex !== true)
    const annexes = sections.filter((section) => section.annex === true)
    return [
      ...chapters.map((section, index) => this.#section(section, String(index + 1), false)),
      ...annexes.map((section, index) => this.#section(section, String.fromCodePoint(65 + index), false)),
    ]
  }

  /** Those of the sections that were printed. */
  listFigures(): PrintedReport['figures'] {
    return this.#figures.list()
  }

  #section(section: ReportSection, number: string, wide: boolean): PrintedSection {
    const isWide = wide || section.wide === true
    const title = section.title[this.#language]
    return {
      key: section.key,
      number,
      title,
      wide: isWide,
      blocks: section.blocks.flatMap((block) => {
        const printed = this.#block(block)
        this.#figures.note(block, printed[0], { section: number, sectionTitle: title })
        return printed
      }),
      sections: section.sections.map((child, index) =>
        this.#section(child, `${number}.${index + 1}`, isWide),
      ),
    }
  }

  #block(block: Block): readonly PrintedBlock[] {
    const language = this.#language
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return [{ kind: block.kind, text: this.#fill(block.text) }]
      case 'list':
        return [{ kind: 'list', items: block.items.map((item) => this.#fill(item)) }]
      case 'authored':
        return block.paragraphs.map((text) => ({ kind: 'paragraph', text: text[language] }))
      case 'table':
        return [
          {
            kind: 'table',
            number: ++this.#tables,
            caption: block.caption[language],
            columns: block.columns.map(({ title, align, stretch }, index) => ({
              title: title[language],
              align,
              stretch: stretch ?? null,
              picture: block.rows.some((row) => row[index]?.kind === 'interval'),
            })),
            rows: block.rows.map((row) => row.map((cell) => this.#cell(cell))),
            total: block.total,
          },
        ]
      case 'dot-chart':
        return [
          {
            kind: 'dot-chart',
            number: ++this.#charts,
            caption: block.caption[language],
            alternative: this.#fill(block.alternative),
            rows: block.rows.map(({ label, now, baseline }) => ({
              label: label[language],
              text: printFigure(this.#figure(now), language),
              now: markOf(this.#figure(now)),
              baseline: baseline === null ? null : markOf(this.#figure(baseline)),
            })),
          },
        ]
      case 'run-chart':
        return [
          printRunChart(block, ++this.#charts, {
            language,
            figure: (id) => this.#figure(id),
            alternative: this.#fill(block.alternative),
          }),
        ]
      default:
        return block satisfies never
    }
  }

  #cell(cell: Cell): PrintedCell {
    const language = this.#language
    switch (cell.kind) {
      case 'text':
        return { text: cell.text[language], figure: null, picture: null }
      case 'date':
        return { text: printDate(cell.date, cell.precision, language), figure: null, picture: null }
      case 'empty':
        return { text: '', figure: null, picture: null }
      case 'figure': {
        const figure = this.#figure(cell.figure)
        return { text: printFigure(figure, language), figure, picture: null }
      }
      case 'share-of': {
        const figure = this.#figure(cell.figure)
        const text = printShareOf(figure, language)
        return { text, figure, after: text.slice(printFigure(figure, language).length), picture: null }
      }
      case 'range':
        return { text: printInterval(this.#figure(cell.figure), language), figure: null, picture: null }
      case 'interval': {
        const figure = this.#figure(cell.figure)
        const baseline = cell.baseline === null ? null : markOf(this.#figure(cell.baseline))
        const picture = { now: markOf(figure), baseline }
        return { text: printInterval(figure, language), figure: null, picture }
      }
      default:
        return cell satisfies never
    }
  }

  #fill(text: FigureText): string {
    return fillFigureText(text[this.#language], (id) => printFigure(this.#figure(id), this.#language))
  }

  #figure(id: string): Figure {
    const figure = this.#report.figures[id]
    if (figure === undefined) throw new Error(`The report refers to an unknown figure: ${id}`)
    return figure
  }
}

/** Small samples are not drawn: a dot would claim a percentage. */
function markOf(figure: Figure): PrintedMark | null {
  return figure.value === null || isSmall(figure) ? null : { value: figure.value, interval: figure.interval }
}
