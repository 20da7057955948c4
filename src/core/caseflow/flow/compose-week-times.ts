import { printDate } from '../../report/print-date.ts'
import type { LocalText } from '../../language/language.ts'
import { endColumn, figureCell, plainCell, startColumn, textCell } from '../../report/cells.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { Block, Cell } from '../../report/report.ts'
import type { FlowBook, Scope } from './compose-counts.ts'
import type { FlowCurve, FlowTime, WeekFigures, WeekReport } from './week-report.ts'

/** Days at which the share finished is told. */
const milestones = [1, 7, 14, 30, 60, 90, 120, 180, 365] as const

/** Times with their open ones counted, and beside them the mean that forgets those, with what is wrong with it. */
export function timesBlocks(
  report: Pick<WeekReport, 'curves' | 'unit'>,
  book: FlowBook,
  scopes: readonly Scope<WeekFigures>[],
): readonly Block[] {
  const times = scopes.flatMap((scope) => scope.figures.times.map((time) => ({ scope, time })))
  if (times.length === 0) return []
  const several = scopes.length > 1
  const label = (scope: Scope<WeekFigures>, { name }: FlowTime): LocalText =>
    several ? { da: `${name.da}, ${scope.title.da}`, en: `${name.en}, ${scope.title.en}` } : name
  return [
    {
      kind: 'table',
      caption: {
        da: 'Afsluttet i ugen, uanset hvornår det begyndte',
        en: 'Finished in the week, whenever it began',
      },
      columns: [
        startColumn('', '', 1),
        endColumn('Antal', 'Number'),
        endColumn('Gennemsnit i dage', 'Mean in days'),
      ],
      rows: times.map(({ scope, time }) => [
        textCell(label(scope, time)),
        figureCell(book.count(scope.key, `times[${time.key}].finished`, time.finished)),
        figureCell(book.days(scope.key, `times[${time.key}].mean`, time.mean, time.finished)),
      ]),
      total: false,
    },
    {
      kind: 'table',
      caption: {
        da: 'Begyndt i året op til ugens slutning: median af alle, også de åbne',
        en: 'Begun in the year up to the end of the week: the median of all, the open ones too',
      },
      columns: [
        startColumn('', '', 1),
        endColumn('Begyndt', 'Begun'),
        endColumn('Færdige', 'Finished'),
        endColumn('Åbne', 'Open'),
        endColumn('Median i dage', 'Median in days'),
        endColumn('95 %-interval', '95% interval'),
        endColumn('Gennemsnit af de færdige', 'Mean of those finished'),
      ],
      rows: times.map(({ scope, time }) => [
        textCell(label(scope, time)),
        ...cohortCells(book, scope.key, time),
      ]),
      total: false,
    },
    ...curveBlocks(book, scopes[0], report.curves),
    {
      kind: 'note',
      text: {
        da: 'Medianen er den dag, da halvdelen er færdige; de åbne er talt med, så længe de har varet (Kaplan–Meier). En streg betyder, at under halvdelen er færdige. Gennemsnittet kender kun de færdige og er for lavt, så længe noget er åbent, fordi det, der tager lang tid, bliver færdigt sidst.',
        en: 'The median is the day by which half are finished; the open ones are counted for as long as they have lasted (Kaplan–Meier). A dash means that fewer than half are finished. The mean knows the finished ones only and is too low as long as anything is open, because what takes long finishes last.',
      },
    },
    ...leftOut(times.filter(({ scope }) => scope === scopes[0]).map(({ time }) => time)),
  ]
}

function cohortCells(book: FlowBook, key: string, { key: time, cohort }: FlowTime): readonly Cell[] {
  const path = `times[${time}].cohort`
  const { median, lower, upper } = cohort.kaplanMeier
  return [
    figureCell(book.count(key, `${path}.begun`, cohort.begun)),
    figureCell(book.count(key, `${path}.finished`, cohort.finished)),
    figureCell(book.count(key, `${path}.open`, cohort.open)),
    figureCell(book.days(key, `${path}.median`, median, cohort.begun)),
    plainCell(rangeWords(lower, upper)),
    figureCell(book.days(key, `${path}.mean`, cohort.mean, cohort.finished)),
  ]
}

/** An end that lies beyond what was seen is a question mark, not a number. */
function rangeWords(lower: number | null, upper: number | null): string {
  if (lower === null && upper === null) return '–'
  return [lower, upper].map((end) => (end === null ? '?' : String(Math.round(end)))).join('–')
}

/** The share finished by some days, for those whose curve reaches them. */
function curveBlocks(
  book: FlowBook,
  scope: Scope<WeekFigures> | undefined,
  curves: readonly FlowCurve[],
): readonly Block[] {
  const longest = Math.max(0, ...curves.map(({ lastDay }) => lastDay))
  const reached = milestones.filter((day) => day <= longest)
  if (scope === undefined || reached.length === 0) return []
  const nameOf = (key: string): LocalText =>
    scope.figures.times.find((time) => time.key === key)?.name ?? { da: key, en: key }
  return [
    {
      kind: 'table',
      caption: {
        da: 'Andel færdige, så mange dage efter at det begyndte',
        en: 'Share finished, so many days after it began',
      },
      columns: [
        startColumn('', '', 1),
        ...reached.map((day) =>
          endColumn(day === 1 ? '1 dag' : `${day} dage`, day === 1 ? '1 day' : `${day} days`),
        ),
      ],
      rows: curves.map((curve) => [
        textCell(nameOf(curve.key)),
        ...reached.map((day): Cell => {
          if (day > curve.lastDay) return { kind: 'empty' }
          const step = curve.steps.findLast((each) => each.day <= day)
          return figureCell(
            book.book.add([scope.key, `curves[${curve.key}].finished[${day}]`], {
              value: step?.finished ?? 0,
              format: 'percent',
              interval: step === undefined ? null : [step.lower, step.upper],
              query: `curves[unit=${scope.key},key=${curve.key}].finished[${day}]`,
            }),
          )
        }),
      ]),
      total: false,
    },
  ]
}

/** What the table leaves out, and since when a time can be told at all. */
function leftOut(times: readonly FlowTime[]): readonly Block[] {
  return times.flatMap(({ name, cohort: { from, isShort, openFromBefore: open } }): Block[] => {
    const [da, en] = [printDate(from, 'day', 'da'), printDate(from, 'day', 'en')]
    const short: Block = {
      kind: 'note',
      text: {
        da: `${quoteText(name.da)}: regnet fra ${da}; af dem, der begyndte før, kendes kun dem, der ikke var slut, da data begynder.`,
        en: `${quoteText(name.en)}: counted from ${en}; of those begun before, only what had not ended when the data begin is known.`,
      },
    }
    const before: Block = {
      kind: 'note',
      text: {
        da: `${quoteText(name.da)}: ${open} begyndt før ${da} er stadig ${open === 1 ? 'åben' : 'åbne'} og er ikke med i tabellen.`,
        en: `${quoteText(name.en)}: ${open} begun before ${en} ${open === 1 ? 'is' : 'are'} still open and not in the table.`,
      },
    }
    return [...(isShort ? [short] : []), ...(open > 0 ? [before] : [])]
  })
}
