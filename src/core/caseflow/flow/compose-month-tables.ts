import type { LocalText } from '../../language/language.ts'
import { endColumn, figureCell, startColumn, textCell } from '../../report/cells.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { Block } from '../../report/report.ts'
import {
  countTable,
  keptTable,
  scopeKey,
  unitKey,
  wholeMunicipality,
  type FlowBook,
  type Scope,
} from './compose-counts.ts'
import { unnamedUnit } from './compose-shared.ts'
import type { FlowSeries } from './flow-figures.ts'
import type { MonthFigures, MonthReport, MonthSeriesKey, Stock } from './month-report.ts'

const untyped: LocalText = { da: 'Uden type', en: 'Without a type' }

const seriesNames: Readonly<Record<MonthSeriesKey, LocalText>> = {
  'measures-running': {
    da: 'Foranstaltninger ved månedens slutning',
    en: 'Measures at the end of the month',
  },
  'measures-started': { da: 'Foranstaltninger begyndt', en: 'Measures begun' },
  'measures-ended': { da: 'Foranstaltninger ophørt', en: 'Measures ended' },
  'measures-running-of-type': { da: 'Ved månedens slutning', en: 'At the end of the month' },
  'placements-running': {
    da: 'Anbringelser ved månedens slutning',
    en: 'Placements at the end of the month',
  },
  'placements-started': { da: 'Anbringelser begyndt', en: 'Placements begun' },
  'placements-ended': { da: 'Anbringelser ophørt', en: 'Placements ended' },
  'follow-ups-share': { da: 'Andel opfølgninger i tide', en: 'Share of follow-ups in time' },
  'follow-ups-held': { da: 'Opfølgninger holdt', en: 'Follow-ups held' },
  'visits-share': { da: 'Andel tilsynsbesøg i tide', en: 'Share of supervision visits in time' },
  'visits-held': { da: 'Tilsynsbesøg holdt', en: 'Supervision visits held' },
}

export function seriesName({ key, of }: FlowSeries<MonthSeriesKey>): LocalText {
  const name = seriesNames[key]
  if (of === null) return name
  const type = typeName(of)
  return { da: `${type.da}, ved månedens slutning`, en: `${type.en}, at the end of the month` }
}

function typeName(type: string): LocalText {
  return type === '' ? untyped : { da: type, en: type }
}

const stockColumns: readonly { readonly key: keyof Stock; readonly title: LocalText }[] = [
  { key: 'started', title: { da: 'Begyndt', en: 'Begun' } },
  { key: 'ended', title: { da: 'Ophørt', en: 'Ended' } },
  { key: 'running', title: { da: 'Ved månedens slutning', en: 'At the end of the month' } },
]

/** By type, the most used first; beside a unit's stands what runs in the whole municipality. */
export function measuresTable(book: FlowBook, scopes: readonly Scope<MonthFigures>[]): Block {
  const [own, municipality] = scopes
  if (own === undefined) throw new Error('a report is of somebody')
  const cells = (path: string, stock: Stock) =>
    stockColumns.map(({ key }) => figureCell(book.count(own.key, `${path}.${key}`, stock[key])))
  const beside = (path: string, pick: (figures: MonthFigures) => Stock | undefined) =>
    municipality === undefined
      ? []
      : [
          figureCell(
            book.count(municipality.key, `${path}.running`, pick(municipality.figures)?.running ?? 0),
          ),
        ]
  return {
    kind: 'table',
    caption: {
      da: 'Foranstaltninger efter type, den mest brugte først',
      en: 'Measures by type, the most used first',
    },
    columns: [
      startColumn('Type', 'Type', 1),
      ...stockColumns.map(({ title }) => endColumn(title.da, title.en)),
      ...(municipality === undefined
        ? []
        : [endColumn('Hele kommunen, ved slutningen', 'The whole municipality, at the end')]),
    ],
    rows: [
      ...own.figures.byType.map((use) => [
        textCell(typeName(use.type)),
        ...cells(`measures(${use.type})`, use),
        ...beside(`measures(${use.type})`, ({ byType }) => byType.find(({ type }) => type === use.type)),
      ]),
      [
        textCell({ da: 'I alt', en: 'In all' }),
        ...cells('measures', own.figures.measures),
        ...beside('measures', ({ measures }) => measures),
      ],
    ],
    total: true,
  }
}

/** Ends whose start nobody registered: told, so that the sums can be followed. */
export function withoutStartNote({ withoutStart }: MonthFigures): readonly Block[] {
  if (withoutStart === 0) return []
  return [
    {
      kind: 'note',
      text: {
        da: `${withoutStart} ophør i måneden har ingen begyndelse i dataene og er ikke talt med.`,
        en: `${withoutStart} ${withoutStart === 1 ? 'end' : 'ends'} in the month ${withoutStart === 1 ? 'has' : 'have'} no start in the data and ${withoutStart === 1 ? 'is' : 'are'} not counted.`,
      },
    },
  ]
}

export function placementTables(book: FlowBook, scopes: readonly Scope<MonthFigures>[]): readonly Block[] {
  return [
    countTable(
      book,
      { da: 'Anbringelser i måneden', en: 'Placements in the month' },
      scopes,
      stockColumns.map(({ key, title }) => ({
        label: title,
        path: `placements.${key}`,
        value: ({ placements }: MonthFigures) => placements[key],
      })),
    ),
    countTable(
      book,
      {
        da: 'Planen for de anbringelser, der var i gang ved månedens slutning',
        en: 'The plan of the placements at the end of the month',
      },
      scopes,
      [
        {
          label: { da: 'Har en plan', en: 'Has a plan' },
          path: 'plans.made',
          value: ({ plans }) => plans.made,
        },
        {
          label: { da: 'Ingen plan, og fristen løber endnu', en: 'No plan, and the time is not up' },
          path: 'plans.awaited',
          value: ({ plans }) => plans.awaited,
        },
        {
          label: { da: 'Ingen plan, og fristen er overskredet', en: 'No plan, and past the time' },
          path: 'plans.overdue',
          value: ({ plans }) => plans.overdue,
        },
        {
          label: { da: 'Ingen plan, og ingen regel giver en dag', en: 'No plan, and no rule gives a day' },
          path: 'plans.none',
          value: ({ plans }) => plans.none,
        },
      ],
    ),
  ]
}

/** Steps that come again: which rules ask for them, what became of those due in the month, and how many were held. */
export function repeatedBlocks(
  book: FlowBook,
  scopes: readonly Scope<MonthFigures>[],
  key: 'followUps' | 'visits',
): readonly Block[] {
  const step = scopes[0]?.figures[key] ?? null
  const [own] = scopes
  if (step === null || own === undefined) return []
  const held = book.count(own.key, `${key}.held`, step.held)
  return [
    {
      kind: 'list',
      items: step.rules.map(({ id, text, legal, limit }) => ({
        da: `${id}: ${quoteText(text.da)}: ${quoteText(limit.da)} (${quoteText(legal)})`,
        en: `${id}: ${quoteText(text.en)}: ${quoteText(limit.en)} (${quoteText(legal)})`,
      })),
    },
    keptTable(
      book,
      {
        da: 'Frister med sidste dag i måneden, fulgt til nu',
        en: 'Deadlines whose last day lies in the month, followed to now',
      },
      scopes,
      { path: `${key}.due`, kept: (figures) => figures[key]?.due ?? null },
    ),
    {
      kind: 'paragraph',
      text: {
        da: `Holdt i måneden, uanset hvilken frist det svarer på: {${held}}.`,
        en: `Held in the month, whatever deadline it answers: {${held}}.`,
      },
    },
  ]
}

interface UnitColumn {
  readonly title: LocalText
  readonly path: string
  readonly value: (figures: MonthFigures) => number | null
}

const measuresColumns: readonly UnitColumn[] = [
  {
    title: { da: 'Foranstaltninger', en: 'Measures' },
    path: 'measures.running',
    value: ({ measures }) => measures.running,
  },
  {
    title: { da: 'begyndt', en: 'begun' },
    path: 'measures.started',
    value: ({ measures }) => measures.started,
  },
  { title: { da: 'ophørt', en: 'ended' }, path: 'measures.ended', value: ({ measures }) => measures.ended },
]

const placementsColumns: readonly UnitColumn[] = [
  {
    title: { da: 'Anbringelser', en: 'Placements' },
    path: 'placements.running',
    value: ({ placements }) => placements.running,
  },
  {
    title: { da: 'uden plan, over fristen', en: 'without a plan, past the time' },
    path: 'plans.overdue',
    value: ({ plans }) => plans.overdue,
  },
]

const followUpsColumns: readonly UnitColumn[] = [
  {
    title: { da: 'Opfølgninger i tide', en: 'Follow-ups in time' },
    path: 'followUps.due.met',
    value: ({ followUps }) => followUps?.due.met ?? null,
  },
  {
    title: { da: 'for sent', en: 'late' },
    path: 'followUps.due.late',
    value: ({ followUps }) => followUps?.due.late ?? null,
  },
  {
    title: { da: 'over fristen', en: 'past the time' },
    path: 'followUps.due.open',
    value: ({ followUps }) => followUps?.due.open ?? null,
  },
]

const visitsColumns: readonly UnitColumn[] = [
  {
    title: { da: 'Tilsynsbesøg i tide', en: 'Visits in time' },
    path: 'visits.due.met',
    value: ({ visits }) => visits?.due.met ?? null,
  },
  {
    title: { da: 'for sent', en: 'late' },
    path: 'visits.due.late',
    value: ({ visits }) => visits?.due.late ?? null,
  },
  {
    title: { da: 'over fristen', en: 'past the time' },
    path: 'visits.due.open',
    value: ({ visits }) => visits?.due.open ?? null,
  },
]

/** A line a unit, by name: nobody is ranked. */
export function monthUnitsTable(book: FlowBook, { units, municipality, named }: MonthReport): Block {
  const columns: readonly UnitColumn[] = [
    ...(named.measures ? measuresColumns : []),
    ...(named.placements ? placementsColumns : []),
    ...(municipality.followUps !== null ? followUpsColumns : []),
    ...(municipality.visits !== null ? visitsColumns : []),
  ]
  const cells = (key: string, figures: MonthFigures) =>
    columns.map(({ path, value }) => figureCell(book.count(key, path, value(figures))))
  return {
    kind: 'table',
    caption: { da: 'Måneden i hver enhed, efter navn', en: 'The month in each unit, by name' },
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
