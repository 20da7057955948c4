import type { Language } from '../language/language.ts'
import type {
  PrintedCell,
  PrintedFigure,
  PrintedReport,
  PrintedSection,
  PrintedTable,
} from './printed-report.ts'

const words = {
  da: {
    title: 'Hvor tallene kommer fra',
    what: 'Hvert tal i rapporten har et navn, som det kan slås op på. Det er opslaget og et af ordene efter det, som i level/2/reviews; »…« står for det, der skifter fra række til række. Et tal, der står flere steder, er nævnt ét af dem. Det hele navn står i regnearket, CSV- og JSON-udgaven. Det samme tal har samme navn i alle formater, begge sprog og senere rapporter.',
    at: (origin: string) => `Tallene slås op på ${origin}/figures/ fulgt af navnet.`,
    caption: 'Tabellernes, figurernes og teksternes tal',
    columns: ['Afsnit', 'Sted', 'Opslag', 'Tal'],
    table: 'Tabel',
    chart: 'Figur',
    text: 'Tekst',
  },
  en: {
    title: 'Where the numbers come from',
    what: 'Every number in the report has a name by which it can be looked up. It is the lookup and one of the words after it, as in level/2/reviews; ‘…’ stands for what changes from row to row. A number that stands in several places is named at one of them. The whole name stands in the workbook, the CSV and the JSON edition. The same figure has the same name in every format, both languages and later reports.',
    at: (origin: string) => `The numbers are looked up at ${origin}/figures/ followed by the name.`,
    caption: 'The numbers of the tables, charts and texts',
    columns: ['Section', 'Place', 'Lookup', 'Numbers'],
    table: 'Table',
    chart: 'Figure',
    text: 'Text',
  },
} as const satisfies Record<Language, unknown>

/** The report with a last annex that tells a reader of paper what to look a number up by, place by place. A brief one has none. */
export function withSources(printed: PrintedReport): PrintedReport {
  if (printed.brief || printed.figures.length === 0) return printed
  const { language, sections, brand } = printed
  const { title, what, at } = words[language]
  const annexes = sections.filter(({ number }) => /^[A-Z]$/u.test(number)).length
  const origin = brand?.origin ?? null
  const annex: PrintedSection = {
    key: 'annex-sources',
    number: String.fromCodePoint(65 + annexes),
    title,
    wide: true,
    blocks: [
      { kind: 'paragraph', text: origin === null ? what : `${what} ${at(origin)}` },
      sourcesTable(printed, lastTable(sections) + 1),
    ],
    sections: [],
  }
  return { ...printed, sections: [...sections, annex] }
}

/** One row for the figures that stand at one place and are looked up alike. */
function sourcesTable({ figures, language }: PrintedReport, number: number): PrintedTable {
  const alike = Map.groupBy(figures, (one) => {
    const parts = one.figure.id.split('/')
    return [one.section, placeName(one, language), parts[0], parts.length].join('\n')
  })
  return {
    kind: 'table',
    number,
    caption: words[language].caption,
    columns: words[language].columns.map((title, index) => ({
      title,
      align: 'start',
      stretch: index === 0 ? null : 1,
      picture: false,
    })),
    rows: [...alike.values()].map((group) => sourceRow(group, language).map(textCell)),
    total: false,
  }
}

function sourceRow(group: readonly PrintedFigure[], language: Language): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const ids = group.map(({ figure }) => figure.id.split('/'))
  const names = new Set(ids.map((parts) => parts.at(-1) ?? ''))
  return [
    first.section,
    placeName(first, language),
    pattern(ids.map((parts) => parts.slice(0, -1))),
    [...names].join(', '),
  ]
}

/** What the lookups have in common, `…` where they differ; all have as many parts. */
function pattern(ids: readonly (readonly string[])[]): string {
  const [first = []] = ids
  return first.map((part, at) => `${ids.every((parts) => parts[at] === part) ? part : '…'}/`).join('')
}

function placeName({ place }: PrintedFigure, language: Language): string {
  const { text } = words[language]
  return place.in === 'text' ? text : `${words[language][place.in]} ${place.number}: ${place.caption}`
}

function textCell(text: string): PrintedCell {
  return { text, figure: null, picture: null }
}

function lastTable(sections: readonly PrintedSection[]): number {
  return Math.max(
    0,
    ...sections.flatMap(({ blocks, sections: children }) => [
      ...blocks.map((block) => (block.kind === 'table' ? block.number : 0)),
      lastTable(children),
    ]),
  )
}
