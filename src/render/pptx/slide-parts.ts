import type {
  PrintedChart,
  PrintedFigure,
  PrintedReport,
  PrintedRunChart,
  PrintedSection,
  PrintedTable,
} from '../../core/report/printed-report.ts'

/** What one slide shows below its title. */
export interface SlidePart {
  readonly title: string
  readonly content:
    | { readonly kind: 'text'; readonly lines: readonly string[] }
    | { readonly kind: 'chart'; readonly chart: PrintedChart | PrintedRunChart }
    | { readonly kind: 'table'; readonly table: PrintedTable }
  /** Said and not shown: the rest of the words, and where each number of the slide is looked up. */
  readonly notes: readonly string[]
}

/** A meeting's order: what was found and what changed, the stages, the levels, the errors, what comes next. */
const order = [
  'unit-figures',
  'unit-strengths',
  'unit-worth-looking',
  'trends',
  'moved',
  'critical',
  'levels',
  'levels-expert',
  'irregularities',
  'findings',
  'learning',
  'progress',
] as const
/** What the last row of the room can read on a slide. */
const mostLetters = 620
/** A part's other tables are in the report. */
const mostTables = 2
const mostNotes = 120

/** The slides of a meeting, after the front: a part's conclusions, its charts, and the beginning of its tables. */
export function slideParts(printed: PrintedReport): readonly SlidePart[] {
  const all = new Map(printed.sections.flatMap(withChildren).map((section) => [section.key, section]))
  return order.flatMap((key) => {
    const section = all.get(key)
    return section === undefined ? [] : partsOf(section, printed)
  })
}

function withChildren(section: PrintedSection): readonly PrintedSection[] {
  return [section, ...section.sections.flatMap(withChildren)]
}

function partsOf(section: PrintedSection, printed: PrintedReport): readonly SlidePart[] {
  const figures = printed.figures.filter((figure) => figure.section === section.number)
  const texts = section.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'note'
      ? [block.text]
      : block.kind === 'list'
        ? block.items
        : [],
  )
  const lines = fitting(texts)
  const inText = figures.filter(({ place }) => place.in === 'text')
  const parts: SlidePart[] =
    lines.length === 0
      ? []
      : [
          {
            title: section.title,
            content: { kind: 'text', lines },
            notes: [...texts.slice(lines.length), ...sources(inText)],
          },
        ]
  for (const block of section.blocks)
    if (block.kind === 'dot-chart' || block.kind === 'run-chart')
      parts.push({
        title: block.caption,
        content: { kind: 'chart', chart: block },
        notes: [block.alternative, ...sources(placed(figures, 'chart', block.number))],
      })
  const tables = section.blocks.filter((block) => block.kind === 'table').slice(0, mostTables)
  for (const table of tables)
    parts.push({
      title: `${section.title}: ${table.caption}`,
      content: { kind: 'table', table },
      notes: sources(placed(figures, 'table', table.number)),
    })
  return parts
}

/** Whole sentences of the report, as many as the room can read; the first always. */
function fitting(texts: readonly string[]): readonly string[] {
  let letters = 0
  const upTo = texts.findIndex((text) => (letters += text.length) > mostLetters)
  return upTo === -1 ? texts : texts.slice(0, Math.max(1, upTo))
}

function placed(
  figures: readonly PrintedFigure[],
  kind: 'table' | 'chart',
  number: number,
): readonly PrintedFigure[] {
  return figures.filter(({ place }) => place.in === kind && place.number === number)
}

function sources(figures: readonly PrintedFigure[]): readonly string[] {
  return figures.slice(0, mostNotes).map(({ printed, figure }) => `${printed}: ${figure.id}`)
}
