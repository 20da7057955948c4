import type { LocalText } from '../../language/language.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { Block, Report, ReportSection } from '../../report/report.ts'
import { FlowBook, keptTable, scopeKey, scopesOf, type Scope } from './compose-counts.ts'
import { composeDocument } from './compose-document.ts'
import { weekWords } from './compose-period.ts'
import { pendingNote, section, type FlowReportFrame } from './compose-shared.ts'
import { numbersAnnex, seriesBlocks, seriesTable } from './compose-series.ts'
import { weekDefinitions } from './compose-week-definitions.ts'
import { weekInBrief } from './compose-week-in-brief.ts'
import {
  endedTable,
  outcomeBlocks,
  receivedCaption,
  receivedTable,
  runningTable,
  weekSeriesNamesOf,
  weekUnitsTable,
} from './compose-week-tables.ts'
import { timesBlocks } from './compose-week-times.ts'
import type { FlowSeries } from './flow-figures.ts'
import type { WeekFigures, WeekReport, WeekSeriesKey } from './week-report.ts'

const periods: LocalText = { da: 'uger', en: 'weeks' }
const period: LocalText = { da: 'uge', en: 'week' }

/** The weekly report as a document: the week in a few lines, then its figures with the weeks before, then unit by unit. */
export function composeWeekReport(report: WeekReport, frame: FlowReportFrame): Report {
  const book = new FlowBook(`weeks[${report.week}]`)
  const week = new WeekDocument(report, book)
  const sections = [
    week.brief(frame),
    week.received(),
    week.prompt(),
    week.running(),
    week.ended(),
    week.times(),
    week.units(),
    week.numbers(),
    weekDefinitions(report, frame.counted),
  ].filter((section) => section !== null)
  const name = weekWords(report.week)
  const title: LocalText = { da: `Ugerapport, ${name.da}`, en: `Weekly report, ${name.en}` }
  return composeDocument(title, report, frame, book, sections)
}

class WeekDocument {
  readonly #report: WeekReport
  readonly #book: FlowBook
  readonly #scopes: readonly Scope<WeekFigures>[]
  readonly #names: Readonly<Record<WeekSeriesKey, LocalText>>

  constructor(report: WeekReport, book: FlowBook) {
    this.#report = report
    this.#book = book
    this.#scopes = scopesOf(report)
    this.#names = weekSeriesNamesOf(report.words)
  }

  brief(frame: FlowReportFrame): ReportSection {
    return section('brief', { da: 'Ugen kort', en: 'The week in brief' }, [
      ...pendingNote(frame),
      ...weekInBrief(this.#report, this.#book),
    ])
  }

  received(): ReportSection {
    return section('received', this.#names.received, [
      receivedTable(this.#book, this.#scopes, this.#report.words),
      ...this.#charts('received', 'received-new'),
      ...outcomeBlocks(this.#book, this.#scopes, this.#report.words),
      ...this.#charts('assessed-share'),
    ])
  }

  prompt(): ReportSection | null {
    const { promptRule, words } = this.#report
    const caption = receivedCaption(words)
    if (promptRule === null) return null
    return section('prompt', { da: 'Den første frist', en: 'The first deadline' }, [
      {
        kind: 'paragraph',
        text: {
          da: `${promptRule.id}: ${quoteText(promptRule.text.da)}: ${quoteText(promptRule.limit.da)} (${quoteText(promptRule.legal)}).`,
          en: `${promptRule.id}: ${quoteText(promptRule.text.en)}: ${quoteText(promptRule.limit.en)} (${quoteText(promptRule.legal)}).`,
        },
      },
      keptTable(
        this.#book,
        {
          da: `${caption.da}, fulgt til nu`,
          en: `${caption.en}, followed to now`,
        },
        this.#scopes,
        { path: 'prompt', kept: ({ prompt }) => prompt },
      ),
      ...this.#charts('prompt-share'),
    ])
  }

  ended(): ReportSection {
    return section('ended', { da: 'Åbnet og afsluttet i ugen', en: 'Opened and ended in the week' }, [
      endedTable(this.#book, this.#scopes, this.#report.words),
      ...this.#charts('assessments-opened', 'notifications-closed', 'assessments-ended', 'cases-closed'),
    ])
  }

  times(): ReportSection | null {
    const blocks = timesBlocks(this.#report, this.#book, this.#scopes)
    return blocks.length === 0
      ? null
      : section('times', { da: 'Hvor lang tid det tager', en: 'How long it takes' }, blocks)
  }

  running(): ReportSection {
    return section('running', { da: 'Frister, der løber', en: 'Deadlines that run' }, [
      runningTable(this.#book, this.#scopes, this.#report),
    ])
  }

  units(): ReportSection | null {
    if (this.#report.unit !== null || this.#report.units.length === 0) return null
    return {
      ...section('units', { da: 'Enhed for enhed', en: 'Unit by unit' }, [
        weekUnitsTable(this.#book, this.#report),
      ]),
      wide: true,
    }
  }

  numbers(): ReportSection {
    const shown = this.#report.series.map((series) => ({ series, title: this.#names[series.key] }))
    const halves = [
      shown.filter(({ series }) => series.kind === 'share' || series.key.startsWith('received')),
      shown.filter(({ series }) => series.kind !== 'share' && !series.key.startsWith('received')),
    ].filter((half) => half.length > 0)
    return numbersAnnex(
      halves.map((half, at) =>
        seriesTable(
          this.#book,
          scopeKey(this.#report.unit),
          half,
          at === 0
            ? { da: 'Modtaget, uge for uge', en: 'Received, week by week' }
            : { da: 'Åbnet og afsluttet, uge for uge', en: 'Opened and ended, week by week' },
        ),
      ),
    )
  }

  #charts(...keys: readonly WeekSeriesKey[]): readonly Block[] {
    return keys.flatMap((key) => {
      const series = this.#report.series.find((each): each is FlowSeries<WeekSeriesKey> => each.key === key)
      return series === undefined
        ? []
        : seriesBlocks(this.#book, scopeKey(this.#report.unit), series, {
            name: this.#names[key],
            periods,
            period,
          })
    })
  }
}
