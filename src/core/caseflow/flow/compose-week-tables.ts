import type { LocalText } from '../../language/language.ts'
import { endColumn, figureCell, startColumn, textCell } from '../../report/cells.ts'
import type { Block, Cell } from '../../report/report.ts'
import {
  countTable,
  scopeKey,
  unitKey,
  wholeMunicipality,
  type FlowBook,
  type Scope,
} from './compose-counts.ts'
import { momentWords } from './compose-period.ts'
import { unnamedUnit } from './compose-shared.ts'
import type { DaysLeftBand, WeekFigures, WeekReport, WeekSeriesKey } from './week-report.ts'

export const weekSeriesNames: Readonly<Record<WeekSeriesKey, LocalText>> = {
  received: { da: 'Nye underretninger', en: 'New notifications' },
  'received-new': { da: 'Nye underretninger på nye sager', en: 'New notifications on new cases' },
  'prompt-share': { da: 'Andel inden for den første frist', en: 'Share within the first deadline' },
  'assessed-share': {
    da: 'Andel af de afgjorte, der blev til en undersøgelse',
    en: 'Share of those decided that became an assessment',
  },
  'assessments-opened': { da: 'Undersøgelser åbnet', en: 'Assessments opened' },
  'notifications-closed': {
    da: 'Underretninger afsluttet uden undersøgelse',
    en: 'Notifications closed without an assessment',
  },
  'assessments-ended': { da: 'Undersøgelser afsluttet', en: 'Assessments ended' },
  'cases-closed': { da: 'Sager lukket', en: 'Cases closed' },
}

export const bandLabels: Readonly<Record<DaysLeftBand, LocalText>> = {
  overdue: { da: 'Fristen er overskredet', en: 'Past the time' },
  '0-1': { da: '0–1 dag tilbage', en: '0–1 day left' },
  '2-7': { da: '2–7 dage tilbage', en: '2–7 days left' },
  '8-30': { da: '8–30 dage tilbage', en: '8–30 days left' },
  more: { da: 'Over 30 dage tilbage', en: 'More than 30 days left' },
  'no-limit': { da: 'Ingen sidste dag', en: 'No last day' },
}

export function receivedTable(book: FlowBook, scopes: readonly Scope<WeekFigures>[]): Block {
  return countTable(
    book,
    { da: 'Underretninger modtaget i ugen', en: 'Notifications received in the week' },
    scopes,
    [
      {
        label: { da: 'På nye sager', en: 'On new cases' },
        path: 'received.onNew',
        value: ({ received }) => received.onNew,
      },
      {
        label: { da: 'På kendte sager', en: 'On known cases' },
        path: 'received.onKnown',
        value: ({ received }) => received.onKnown,
      },
      {
        label: { da: 'I alt', en: 'In all' },
        path: 'received.total',
        value: ({ received }) => received.total,
      },
    ],
    true,
  )
}

/** What became of the week's notifications; no share without those that are undecided. */
export function outcomeBlocks(book: FlowBook, scopes: readonly Scope<WeekFigures>[]): readonly Block[] {
  const table = countTable(
    book,
    {
      da: 'Hvad der blev af ugens underretninger, fulgt til nu',
      en: 'What became of the week’s notifications, followed to now',
    },
    scopes,
    [
      {
        label: { da: 'En undersøgelse blev åbnet', en: 'An assessment was opened' },
        path: 'outcomes.assessed',
        value: ({ outcomes }) => outcomes.assessed,
      },
      {
        label: { da: 'En undersøgelse var i gang i forvejen', en: 'An assessment was already under way' },
        path: 'outcomes.joined',
        value: ({ outcomes }) => outcomes.joined,
      },
      {
        label: { da: 'Afsluttet uden undersøgelse', en: 'Closed without an assessment' },
        path: 'outcomes.settled',
        value: ({ outcomes }) => outcomes.settled,
      },
      {
        label: { da: 'Ikke afgjort endnu', en: 'Not decided yet' },
        path: 'outcomes.undecided',
        value: ({ outcomes }) => outcomes.undecided,
      },
    ],
  )
  const [scope] = scopes
  const share = scope?.figures.outcomes.share ?? null
  if (scope === undefined || share === null) return [table]
  const { atLeast, atMost, undecided } = scope.figures.outcomes
  const ids = {
    share: book.share(scope.key, 'outcomes.share', share),
    of: book.count(scope.key, 'outcomes.share.of', share.of),
    count: book.count(scope.key, 'outcomes.share.count', share.count),
    least: book.part(scope.key, 'outcomes.atLeast', atLeast, share.of + undecided),
    most: book.part(scope.key, 'outcomes.atMost', atMost, share.of + undecided),
  }
  const open =
    undecided === 0
      ? { da: '', en: '' }
      : {
          da: ` Når de sidste er afgjort, ender andelen mellem {${ids.least}} og {${ids.most}}.`,
          en: ` Once the last are decided, the share will lie between {${ids.least}} and {${ids.most}}.`,
        }
  return [
    table,
    {
      kind: 'paragraph',
      text: {
        da: `Af de {${ids.of}}, der er afgjort, blev {${ids.count}} til en undersøgelse eller del af en ({${ids.share}}).${open.da}`,
        en: `Of the {${ids.of}} decided so far, {${ids.count}} became an assessment or part of one ({${ids.share}}).${open.en}`,
      },
    },
  ]
}

export function endedTable(book: FlowBook, scopes: readonly Scope<WeekFigures>[]): Block {
  return countTable(
    book,
    {
      da: 'Åbnet og afsluttet i ugen, uanset hvornår det begyndte',
      en: 'Opened and ended in the week, whenever it began',
    },
    scopes,
    [
      { label: weekSeriesNames['assessments-opened'], path: 'opened', value: ({ opened }) => opened },
      {
        label: weekSeriesNames['notifications-closed'],
        path: 'ended.notifications',
        value: ({ ended }) => ended.notifications,
      },
      {
        label: weekSeriesNames['assessments-ended'],
        path: 'ended.assessments',
        value: ({ ended }) => ended.assessments,
      },
      { label: weekSeriesNames['cases-closed'], path: 'ended.cases', value: ({ ended }) => ended.cases },
    ],
  )
}

/** Cases and deadlines by what is left, as they stood at the end of the week, or now. */
export function runningTable(
  book: FlowBook,
  scopes: readonly Scope<WeekFigures>[],
  { isOver, asOf }: Pick<WeekReport, 'isOver' | 'asOf'>,
): Block {
  const moment = momentWords(asOf)
  const cases = { da: 'sager', en: 'cases' }
  const deadlines = { da: 'frister', en: 'deadlines' }
  const several = scopes.length > 1
  const title = (scope: LocalText, what: LocalText): LocalText =>
    several
      ? { da: `${scope.da}, ${what.da}`, en: `${scope.en}, ${what.en}` }
      : { da: upperFirst(what.da), en: upperFirst(what.en) }
  const bands = scopes[0]?.figures.running.map(({ band }) => band) ?? []
  const caption = isOver
    ? {
        da: 'Sager og frister ved ugens slutning, efter hvor længe der er tilbage',
        en: 'Cases and deadlines at the end of the week, by how long is left',
      }
    : {
        da: `Sager og frister ${moment.da}, efter hvor længe der er tilbage`,
        en: `Cases and deadlines at ${moment.en}, by how long is left`,
      }
  const of = (scope: Scope<WeekFigures>, band: DaysLeftBand, what: 'cases' | 'deadlines'): Cell =>
    figureCell(
      book.count(
        scope.key,
        `running[${band}].${what}`,
        scope.figures.running.find((each) => each.band === band)?.[what] ?? null,
      ),
    )
  return {
    kind: 'table',
    caption,
    columns: [
      startColumn('', '', 1),
      ...scopes.flatMap((scope) =>
        [title(scope.title, cases), title(scope.title, deadlines)].map(({ da, en }) => endColumn(da, en)),
      ),
    ],
    rows: [
      ...bands.map((band) => [
        textCell(bandLabels[band]),
        ...scopes.flatMap((scope) => [of(scope, band, 'cases'), of(scope, band, 'deadlines')]),
      ]),
      [
        textCell({
          da: 'Frister, som datoerne ikke fortæller om',
          en: 'Deadlines of which the dates do not tell',
        }),
        ...scopes.flatMap((scope): readonly Cell[] => [
          { kind: 'empty' },
          figureCell(book.count(scope.key, 'runningCannotTell', scope.figures.runningCannotTell)),
        ]),
      ],
    ],
    total: false,
  }
}

/** A line a unit, by name: nobody is ranked. */
export function weekUnitsTable(book: FlowBook, { units, municipality, promptRule }: WeekReport): Block {
  const band = (wanted: DaysLeftBand) => (figures: WeekFigures) =>
    figures.running.find((each) => each.band === wanted)?.cases ?? null
  const columns: readonly {
    readonly title: LocalText
    readonly path: string
    readonly value: (figures: WeekFigures) => number | null
  }[] = [
    {
      title: { da: 'Nye underretninger', en: 'New notifications' },
      path: 'received.total',
      value: (one) => one.received.total,
    },
    {
      title: { da: 'På nye sager', en: 'On new cases' },
      path: 'received.onNew',
      value: (one) => one.received.onNew,
    },
    ...(promptRule === null
      ? []
      : [
          {
            title: { da: 'Første frist: i tide', en: 'First deadline: in time' },
            path: 'prompt.met',
            value: (one: WeekFigures) => one.prompt?.met ?? null,
          },
          {
            title: { da: 'for sent', en: 'late' },
            path: 'prompt.late',
            value: (one: WeekFigures) => one.prompt?.late ?? null,
          },
          {
            title: { da: 'over fristen', en: 'past the time' },
            path: 'prompt.open',
            value: (one: WeekFigures) => one.prompt?.open ?? null,
          },
          {
            title: { da: 'kan ikke ses', en: 'cannot tell' },
            path: 'prompt.cannotTell',
            value: (one: WeekFigures) => one.prompt?.cannotTell ?? null,
          },
        ]),
    {
      title: { da: 'Undersøgelser åbnet', en: 'Assessments opened' },
      path: 'opened',
      value: (one) => one.opened,
    },
    {
      title: { da: 'Undersøgelser afsluttet', en: 'Assessments ended' },
      path: 'ended.assessments',
      value: (one) => one.ended.assessments,
    },
    {
      title: { da: 'Sager lukket', en: 'Cases closed' },
      path: 'ended.cases',
      value: (one) => one.ended.cases,
    },
    {
      title: { da: 'Sager over fristen', en: 'Cases past the time' },
      path: 'running[overdue].cases',
      value: band('overdue'),
    },
    { title: { da: '0–1 dag tilbage', en: '0–1 day left' }, path: 'running[0-1].cases', value: band('0-1') },
    {
      title: { da: '2–7 dage tilbage', en: '2–7 days left' },
      path: 'running[2-7].cases',
      value: band('2-7'),
    },
  ]
  const cells = (key: string, figures: WeekFigures) =>
    columns.map(({ path, value }) => figureCell(book.count(key, path, value(figures))))
  return {
    kind: 'table',
    caption: { da: 'Ugen i hver enhed, efter navn', en: 'The week in each unit, by name' },
    columns: [startColumn('Enhed', 'Unit', 1), ...columns.map(({ title }) => endColumn(title.da, title.en))],
    rows: [
      ...units.map(({ unit, figures }) => [
        textCell(unit === null ? unnamedUnit : { da: unit.name, en: unit.name }),
        ...cells(unitKey(unit), figures),
      ]),
      [textCell(wholeMunicipality), ...cells(scopeKey(null), municipality)],
    ],
    total: true,
  }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
