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
import { danishArticle, upperFirst, type FlowWords } from './flow-words.ts'
import type { DaysLeftBand, WeekFigures, WeekReport, WeekSeriesKey } from './week-report.ts'

/** What the charts of a week are called, in the rules' words. */
export function weekSeriesNamesOf({
  received,
  handled,
}: FlowWords): Readonly<Record<WeekSeriesKey, LocalText>> {
  const fresh: LocalText = { da: `Nye ${received.many.da}`, en: `New ${received.many.en}` }
  return {
    received: fresh,
    'received-new': { da: `${fresh.da} på nye sager`, en: `${fresh.en} on new cases` },
    'prompt-share': { da: 'Andel inden for den første frist', en: 'Share within the first deadline' },
    'assessed-share': {
      da: `Andel af de afgjorte, der blev til ${handled.withArticle.da}`,
      en: `Share of those decided that became ${handled.withArticle.en}`,
    },
    'assessments-opened': {
      da: `${upperFirst(handled.many.da)} åbnet`,
      en: `${upperFirst(handled.many.en)} opened`,
    },
    'notifications-closed': {
      da: `${upperFirst(received.many.da)} afsluttet uden ${handled.one.da}`,
      en: `${upperFirst(received.many.en)} closed without ${handled.withArticle.en}`,
    },
    'assessments-ended': {
      da: `${upperFirst(handled.many.da)} afsluttet`,
      en: `${upperFirst(handled.many.en)} ended`,
    },
    'cases-closed': { da: 'Sager lukket', en: 'Cases closed' },
  }
}

/** Above tables of what came in. */
export function receivedCaption({ received: { many } }: FlowWords): LocalText {
  return {
    da: `${upperFirst(many.da)} modtaget i ugen`,
    en: `${upperFirst(many.en)} received in the week`,
  }
}

export const bandLabels: Readonly<Record<DaysLeftBand, LocalText>> = {
  overdue: { da: 'Fristen er overskredet', en: 'Past the time' },
  '0-1': { da: '0–1 dag tilbage', en: '0–1 day left' },
  '2-7': { da: '2–7 dage tilbage', en: '2–7 days left' },
  '8-30': { da: '8–30 dage tilbage', en: '8–30 days left' },
  more: { da: 'Over 30 dage tilbage', en: 'More than 30 days left' },
  'no-limit': { da: 'Ingen sidste dag', en: 'No last day' },
}

export function receivedTable(
  book: FlowBook,
  scopes: readonly Scope<WeekFigures>[],
  words: FlowWords,
): Block {
  return countTable(
    book,
    receivedCaption(words),
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

/** What became of what came in in the week; no share without those that are undecided. */
export function outcomeBlocks(
  book: FlowBook,
  scopes: readonly Scope<WeekFigures>[],
  { received, handled }: FlowWords,
): readonly Block[] {
  const table = countTable(
    book,
    {
      da: `Hvad der blev af ugens ${received.many.da}, fulgt til nu`,
      en: `What became of the week’s ${received.many.en}, followed to now`,
    },
    scopes,
    [
      {
        label: {
          da: `${upperFirst(handled.withArticle.da)} blev åbnet`,
          en: `${upperFirst(handled.withArticle.en)} was opened`,
        },
        path: 'outcomes.assessed',
        value: ({ outcomes }) => outcomes.assessed,
      },
      {
        label: {
          da: `${upperFirst(handled.withArticle.da)} var i gang i forvejen`,
          en: `${upperFirst(handled.withArticle.en)} was already under way`,
        },
        path: 'outcomes.joined',
        value: ({ outcomes }) => outcomes.joined,
      },
      {
        label: {
          da: `Afsluttet uden ${handled.one.da}`,
          en: `Closed without ${handled.withArticle.en}`,
        },
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
        da: `Af de {${ids.of}}, der er afgjort, blev {${ids.count}} til ${handled.withArticle.da} eller del af ${danishArticle(handled.withArticle.da)} ({${ids.share}}).${open.da}`,
        en: `Of the {${ids.of}} decided so far, {${ids.count}} became ${handled.withArticle.en} or part of one ({${ids.share}}).${open.en}`,
      },
    },
  ]
}

export function endedTable(book: FlowBook, scopes: readonly Scope<WeekFigures>[], words: FlowWords): Block {
  const names = weekSeriesNamesOf(words)
  return countTable(
    book,
    {
      da: 'Åbnet og afsluttet i ugen, uanset hvornår det begyndte',
      en: 'Opened and ended in the week, whenever it began',
    },
    scopes,
    [
      { label: names['assessments-opened'], path: 'opened', value: ({ opened }) => opened },
      {
        label: names['notifications-closed'],
        path: 'ended.notifications',
        value: ({ ended }) => ended.notifications,
      },
      {
        label: names['assessments-ended'],
        path: 'ended.assessments',
        value: ({ ended }) => ended.assessments,
      },
      { label: names['cases-closed'], path: 'ended.cases', value: ({ ended }) => ended.cases },
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
export function weekUnitsTable(
  book: FlowBook,
  { units, municipality, promptRule, words }: WeekReport,
): Block {
  const names = weekSeriesNamesOf(words)
  const band = (wanted: DaysLeftBand) => (figures: WeekFigures) =>
    figures.running.find((each) => each.band === wanted)?.cases ?? null
  const columns: readonly {
    readonly title: LocalText
    readonly path: string
    readonly value: (figures: WeekFigures) => number | null
  }[] = [
    {
      title: names.received,
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
      title: names['assessments-opened'],
      path: 'opened',
      value: (one) => one.opened,
    },
    {
      title: names['assessments-ended'],
      path: 'ended.assessments',
      value: (one) => one.ended.assessments,
    },
    {
      title: names['cases-closed'],
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
