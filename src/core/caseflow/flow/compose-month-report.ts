import type { LocalText } from '../../language/language.ts'
import type { Block, Report, ReportSection } from '../../report/report.ts'
import { FlowBook, scopeKey, scopesOf, type Scope } from './compose-counts.ts'
import {
  measuresTable,
  monthUnitsTable,
  placementTables,
  repeatedBlocks,
  seriesName,
  withoutStartNote,
} from './compose-month-tables.ts'
import { monthDefinitions } from './compose-month-definitions.ts'
import { monthInBrief } from './compose-month-in-brief.ts'
import { composeDocument } from './compose-document.ts'
import { monthWords } from './compose-period.ts'
import { numbersAnnex, seriesBlocks, seriesTable } from './compose-series.ts'
import { pendingNote, section, type FlowReportFrame } from './compose-shared.ts'
import { namesNothing, type MonthFigures, type MonthReport, type MonthSeriesKey } from './month-report.ts'

const periods: LocalText = { da: 'måneder', en: 'months' }
const period: LocalText = { da: 'måned', en: 'month' }
/** Columns of numbers that stand side by side upright. */
const mostColumns = 4

/** The monthly report as a document: measures by type, placements, and what was to be followed up, with the months before. */
export function composeMonthReport(report: MonthReport, frame: FlowReportFrame): Report {
  const book = new FlowBook(`months[${report.month}]`)
  const month = new MonthDocument(report, book)
  const sections = [
    section('brief', { da: 'Måneden kort', en: 'The month in brief' }, [
      ...pendingNote(frame),
      ...monthInBrief(report, book),
    ]),
    month.measures(),
    month.placements(),
    month.repeated('followUps', { da: 'Opfølgninger', en: 'Follow-ups' }),
    month.repeated('visits', { da: 'Tilsynsbesøg', en: 'Supervision visits' }),
    month.units(),
    month.numbers(),
    monthDefinitions(report, frame.counted),
  ].filter((one) => one !== null)
  const name = monthWords(report.month)
  const title: LocalText = { da: `Månedsrapport, ${name.da}`, en: `Monthly report, ${name.en}` }
  return composeDocument(title, report, frame, book, sections)
}

class MonthDocument {
  readonly #report: MonthReport
  readonly #book: FlowBook
  readonly #scopes: readonly Scope<MonthFigures>[]

  constructor(report: MonthReport, book: FlowBook) {
    this.#report = report
    this.#book = book
    this.#scopes = scopesOf(report)
  }

  measures(): ReportSection | null {
    if (!this.#report.named.measures) return null
    return section('measures', { da: 'Foranstaltninger', en: 'Measures' }, [
      ...this.#charts('measures-running'),
      measuresTable(this.#book, this.#scopes),
      ...withoutStartNote(this.#report.figures),
      ...this.#charts('measures-running-of-type'),
    ])
  }

  placements(): ReportSection | null {
    if (!this.#report.named.placements) return null
    return section('placements', { da: 'Anbringelser', en: 'Placements' }, [
      ...placementTables(this.#book, this.#scopes),
      ...this.#charts('placements-running'),
    ])
  }

  repeated(key: 'followUps' | 'visits', title: LocalText): ReportSection | null {
    const blocks = repeatedBlocks(this.#book, this.#scopes, key)
    if (blocks.length === 0) return null
    const charts =
      key === 'followUps'
        ? this.#charts('follow-ups-share', 'follow-ups-held')
        : this.#charts('visits-share', 'visits-held')
    return section(key, title, [...blocks, ...charts])
  }

  units(): ReportSection | null {
    if (this.#report.unit !== null || this.#report.units.length === 0 || namesNothing(this.#report))
      return null
    const table = monthUnitsTable(this.#book, this.#report)
    return { ...section('units', { da: 'Enhed for enhed', en: 'Unit by unit' }, [table]), wide: true }
  }

  numbers(): ReportSection | null {
    const { series } = this.#report
    if (series.length === 0) return null
    const parts = [
      {
        title: { da: 'Foranstaltninger', en: 'Measures' },
        list: series.filter(({ key }) => isOf(key, 'measures')),
      },
      {
        title: { da: 'Anbringelser', en: 'Placements' },
        list: series.filter(({ key }) => isOf(key, 'placements')),
      },
      {
        title: { da: 'Opfølgninger og tilsynsbesøg', en: 'Follow-ups and supervision visits' },
        list: series.filter(({ key }) => isOf(key, 'follow-ups') || isOf(key, 'visits')),
      },
    ]
    return numbersAnnex(
      parts.flatMap(({ title, list }) =>
        chunks(list, mostColumns).map((some) =>
          seriesTable(
            this.#book,
            scopeKey(this.#report.unit),
            some.map((one) => ({ series: one, title: seriesName(one) })),
            { da: `${title.da}, måned for måned`, en: `${title.en}, month by month` },
          ),
        ),
      ),
    )
  }

  #charts(...keys: readonly MonthSeriesKey[]): readonly Block[] {
    return keys.flatMap((key) =>
      this.#report.series
        .filter((series) => series.key === key)
        .flatMap((series) =>
          seriesBlocks(this.#book, scopeKey(this.#report.unit), series, {
            name: seriesName(series),
            periods,
            period,
          }),
        ),
    )
  }
}

function isOf(key: MonthSeriesKey, room: string): boolean {
  return key.startsWith(`${room}-`)
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  )
}
