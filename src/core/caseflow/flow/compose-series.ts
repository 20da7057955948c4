import type { LocalText } from '../../language/language.ts'
import { plural } from '../../language/plural.ts'
import { emptyCell, endColumn, figureCell, startColumn, textCell } from '../../report/cells.ts'
import { quoteText } from '../../report/figure-text.ts'
import { fewestForPercent } from '../../report/print-figure.ts'
import type { Block, Cell, ReportSection } from '../../report/report.ts'
import type { FlowBook } from './compose-counts.ts'
import { axisWords, monthWords, weekWords } from './compose-period.ts'
import {
  isSettled,
  type FlowPoint,
  type FlowSeries,
  type RunSignal,
  type RunVerdict,
} from './flow-figures.ts'

/** What a series is called, and what its periods are. */
export interface SeriesWords {
  readonly name: LocalText
  /** As in "weeks in a row". */
  readonly periods: LocalText
  /** As in "eight or more weeks": one of them. */
  readonly period: LocalText
}

const median: LocalText = { da: 'median', en: 'median' }

/** A run chart with what its rules say of it; of too few to take percentages of, a sentence that says so. */
export function seriesBlocks(
  book: FlowBook,
  scope: string,
  series: FlowSeries,
  words: SeriesWords,
): readonly Block[] {
  // What never happened, as where the rules name no such event, needs no picture.
  if (series.kind === 'count' && series.points.every(({ value }) => value === null || value === 0)) return []
  if (isThin(series))
    return [
      {
        kind: 'note',
        text: {
          da: `${quoteText(words.name.da)}: der er for få pr. ${words.period.da} til en kurve; tallene står i bilaget.`,
          en: `${quoteText(words.name.en)}: too few a ${words.period.en} for a chart; the numbers stand in the annex.`,
        },
      },
    ]
  const centre = middle(book, scope, series)
  const said = verdictWords(series.verdict, { ...words, kind: series.kind })
  const first = periodName(series.points[0])
  const last = periodName(series.points.at(-1))
  const lastFigure = pointFigure(book, scope, series, series.points.length - 1)
  return [
    {
      kind: 'run-chart',
      caption: words.name,
      alternative: {
        da: `Kurve over ${lowerFirst(quoteText(words.name.da))} fra ${first.da} til ${last.da}. Det seneste tal er {${lastFigure}}${centre === null ? '' : `, medianen {${centre}}`}. ${said.da} Tallene står i bilaget.`,
        en: `A line of ${lowerFirst(quoteText(words.name.en))} from ${first.en} to ${last.en}. The latest number is {${lastFigure}}${centre === null ? '' : `, the median {${centre}}`}. ${said.en} The numbers stand in the annex.`,
      },
      points: series.points.map((point, at) => ({
        period: axisWords(point.period),
        figure: pointFigure(book, scope, series, at),
        limits: point.lower === null || point.upper === null ? null : [point.lower, point.upper],
        marked: isBeyond(point),
        unfinished: !isSettled(point),
      })),
      centre: centre === null ? null : { figure: centre, name: median },
    },
    ...(series.verdict.state === 'judged' && series.verdict.signals.length === 0
      ? []
      : [{ kind: 'paragraph', text: said } as const]),
  ]
}

/** The numbers behind all charts: a row a period, a column a series. */
export function seriesTable(
  book: FlowBook,
  scope: string,
  list: readonly { readonly series: FlowSeries; readonly title: LocalText }[],
  caption: LocalText,
): Block {
  const periods = list[0]?.series.points ?? []
  return {
    kind: 'table',
    caption,
    columns: [
      startColumn('Periode', 'Period'),
      ...list.flatMap(({ series, title }) => [
        { title, align: 'end' as const, stretch: 1 },
        ...(hasUndecided(series) ? [endColumn('Ikke afgjort endnu', 'Not decided yet')] : []),
      ]),
    ],
    rows: periods.map((point, at) => [
      textCell(unfinishedName(point)),
      ...list.flatMap(({ series }) => [
        seriesCell(book, scope, series, at),
        ...(hasUndecided(series) ? [undecidedCell(book, scope, series, at)] : []),
      ]),
    ]),
    total: false,
  }
}

function seriesCell(book: FlowBook, scope: string, series: FlowSeries, at: number): Cell {
  if (series.points[at] === undefined) return emptyCell
  const figure = pointFigure(book, scope, series, at)
  return series.kind === 'share' ? { kind: 'share-of', figure } : figureCell(figure)
}

/** A share of what is decided so far stands beside the number that is not. */
function hasUndecided({ points }: FlowSeries): boolean {
  return points.some(({ undecided }) => undecided !== null)
}

function undecidedCell(book: FlowBook, scope: string, series: FlowSeries, at: number): Cell {
  const point = series.points[at]
  if (point === undefined) return emptyCell
  return figureCell(book.count(scope, `${pathOf(series)}[${point.period}].undecided`, point.undecided))
}

/** An annex with such tables. */
export function numbersAnnex(tables: readonly Block[]): ReportSection {
  return {
    key: 'numbers',
    title: { da: 'Tallene bag kurverne', en: 'The numbers behind the charts' },
    annex: true,
    blocks: tables,
    sections: [],
  }
}

function pointFigure(book: FlowBook, scope: string, series: FlowSeries, at: number): string {
  const point = series.points[at]
  if (point === undefined) throw new Error(`series ${series.key} has no point ${at}`)
  const path = `${pathOf(series)}[${point.period}]`
  switch (series.kind) {
    case 'count':
      return book.count(scope, path, point.value)
    case 'share':
      return book.part(scope, path, point.value, point.of)
    case 'days':
      return book.days(scope, path, point.value, point.of)
    default:
      return series.kind satisfies never
  }
}

function middle(book: FlowBook, scope: string, series: FlowSeries): string | null {
  if (series.median === null) return null
  const path = `${pathOf(series)}.median`
  if (series.kind === 'share') return book.part(scope, path, series.median, null)
  // The median of an even number of counts may lie between two of them.
  return Number.isInteger(series.median)
    ? book.count(scope, path, series.median)
    : book.days(scope, path, series.median)
}

function pathOf({ key, of }: FlowSeries): string {
  return of === null ? `series.${key}` : `series.${key}(${of})`
}

/** Too few numbers to draw a line through, or most of them too small to take percentages of. */
export function isThin(series: FlowSeries): boolean {
  const known = series.points.filter(({ value }) => value !== null)
  const drawn = known.filter((point) => !isSmall(series, point)).length
  return drawn < 2 || drawn * 2 < known.length
}

function isSmall({ kind }: FlowSeries, { of }: FlowPoint): boolean {
  return kind === 'share' && (of === null || of < fewestForPercent)
}

function isBeyond({ value, lower, upper }: FlowPoint): boolean {
  return value !== null && lower !== null && upper !== null && (value < lower || value > upper)
}

function periodName(point: FlowPoint | undefined): LocalText {
  if (point === undefined) throw new Error('a chart without points')
  return point.period.includes('W') ? weekWords(point.period) : monthWords(point.period)
}

function unfinishedName(point: FlowPoint): LocalText {
  const { da, en } = periodName(point)
  if (!point.isOver) return { da: `${da} (ikke slut)`, en: `${en} (not over)` }
  return isSettled(point) ? { da, en } : { da: `${da} (ikke afgjort)`, en: `${en} (not decided)` }
}

/** What the chart's rules find, in words; nothing is said of too few points. */
export function verdictWords(
  verdict: RunVerdict,
  { periods, kind = 'count' }: Pick<SeriesWords, 'periods'> & { readonly kind?: FlowSeries['kind'] },
): LocalText {
  if (verdict.state === 'too-few')
    return {
      da: `Der er for få ${periods.da} til at sige, om noget har ændret sig (${verdict.points} af mindst ${verdict.needed}).`,
      en: `There are too few ${periods.en} to say whether anything has changed (${verdict.points} of at least ${verdict.needed}).`,
    }
  if (verdict.state === 'stock')
    return {
      da: 'Det er mest de samme fra den ene måned til den næste, så reglerne for tilfældige udsving siger intet her. Tallene for påbegyndte og afsluttede kan bedømmes.',
      en: 'They are mostly the same from one month to the next, so the rules of chance say nothing here. The numbers of those begun and ended can be judged.',
    }
  if (verdict.state === 'at-edge')
    return verdict.edge === 'least'
      ? kind === 'share'
        ? {
            da: 'Medianen er 0 %, og ingen andel kan ligge under den. Derfor kan reglerne ikke sige, om noget har ændret sig.',
            en: 'The median is 0%, and no share can lie below it. So the rules cannot say whether anything has changed.',
          }
        : {
            da: 'Medianen er nul, og intet tal kan ligge under den. Derfor kan reglerne ikke sige, om noget har ændret sig.',
            en: 'The median is nought, and no number can lie below it. So the rules cannot say whether anything has changed.',
          }
      : {
          da: 'Medianen er 100 %, og ingen andel kan ligge over den. Derfor kan reglerne ikke sige, om noget har ændret sig.',
          en: 'The median is 100%, and no share can lie above it. So the rules cannot say whether anything has changed.',
        }
  if (verdict.signals.length === 0)
    return {
      da: 'Tallene svinger ikke mere, end tilfældigheder gør.',
      en: 'The numbers vary no more than chance does.',
    }
  const said = verdict.signals.map((signal) => signalWords(signal, verdict, periods))
  return { da: said.map(({ da }) => da).join(' '), en: said.map(({ en }) => en).join(' ') }
}

function signalWords(
  signal: RunSignal,
  verdict: Extract<RunVerdict, { readonly state: 'judged' }>,
  periods: LocalText,
): LocalText {
  const { longestRun, longestRunLimit, crossings, fewestCrossings } = verdict
  switch (signal) {
    case 'long-run':
      return {
        da: `Niveauet har flyttet sig: ${longestRun} ${periods.da} i træk ligger på samme side af medianen, og tilfældigheder giver højst ${longestRunLimit}.`,
        en: `The level has moved: ${longestRun} ${periods.en} in a row lie on one side of the median, and chance makes ${longestRunLimit} at most.`,
      }
    case 'few-crossings':
      return {
        da: `Tallene hænger sammen over tid: kurven krydser medianen ${crossings} ${plural('da', crossings, 'gang', 'gange')}, og tilfældigheder giver mindst ${fewestCrossings}.`,
        en: `The numbers move together over time: the line crosses the median ${crossings} ${plural('en', crossings, 'time', 'times')}, and chance makes ${fewestCrossings} at least.`,
      }
    case 'beyond-limits':
      return {
        da: 'Mindst ét punkt ligger uden for kontrolgrænserne; det har en firkant.',
        en: 'At least one point lies beyond the control limits; it has a square.',
      }
    default:
      return signal satisfies never
  }
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
