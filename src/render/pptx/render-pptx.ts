import pptxModule from 'pptxgenjs'
import type { PrintedReport, PrintedSection, PrintedTable } from '../../core/report/printed-report.ts'
import { fixPackage } from '../fix-package.ts'
import { words } from '../words.ts'

// The package's types describe its CommonJS file, where the class is `.default`; Node loads its ES module, where it is
// the default export itself.
const PptxGenJS = pptxModule as unknown as typeof pptxModule.default
type Deck = InstanceType<typeof PptxGenJS>
type Slide = ReturnType<Deck['addSlide']>

/** The parts that a meeting is shown; the rest is in the report. */
const shownSections: ReadonlySet<string> = new Set([
  'cases',
  'irregularities',
  'trends',
  'levels',
  'learning',
])
/** What fits a slide at a size the last row of the room can read. */
const mostRows = 9
const accent = '12466B'
const ink = '1B1F24'
/** Inches, on a page of 13.33 by 7.5. */
const margin = 0.6
const width = 13.33 - 2 * margin

/** Slides to edit: the conclusions as text, the main tables as real tables, nine rows each. */
export async function renderPptx(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const deck = openDeck(printed)
  const front = deck.addSlide()
  front.addText(printed.title, { x: margin, y: 2.3, w: width, h: 1, fontSize: 40, bold: true, color: accent })
  const under = [printed.municipality, printed.subtitle, printed.edition, printed.notice].filter(
    (line) => line !== null,
  )
  front.addText(under.join('\n'), {
    x: margin,
    y: 3.4,
    w: width,
    h: 1.8,
    fontSize: 20,
    color: ink,
    valign: 'top',
  })
  for (const section of printed.sections)
    if (shownSections.has(section.key)) addSection(deck, section, printed)
  // With this output type the library answers with bytes; its types name every possibility.
  const bytes = (await deck.write({ outputType: 'uint8array' })) as Uint8Array
  return fixPackage(bytes, createdAt)
}

function openDeck(printed: PrintedReport): Deck {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = printed.title
  deck.subject = printed.subtitle
  if (printed.municipality !== null) deck.company = printed.municipality
  deck.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' }
  return deck
}

function addSection(deck: Deck, section: PrintedSection, printed: PrintedReport): void {
  const texts = section.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'note'
      ? [block.text]
      : block.kind === 'list'
        ? block.items
        : [],
  )
  if (texts.length > 0) {
    const slide = openSlide(deck, section.title, printed)
    const lines = texts.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 12 } }))
    slide.addText(lines, {
      x: margin,
      y: 1.4,
      w: width,
      h: 5.2,
      fontSize: 20,
      color: ink,
      valign: 'top',
      fit: 'shrink',
    })
  }
  for (const block of section.blocks) if (block.kind === 'table') addTable(deck, block, printed)
  for (const child of section.sections) addSection(deck, child, printed)
}

function addTable(deck: Deck, table: PrintedTable, printed: PrintedReport): void {
  const shown = table.columns.flatMap((column, index) => (column.picture ? [] : [{ column, index }]))
  const head = shown.map(({ column }) => ({
    text: column.title,
    options: { bold: true, fill: { color: 'EEF3F7' }, align: side(column.align) },
  }))
  for (let from = 0; from < table.rows.length; from += mostRows) {
    const rows = table.rows.slice(from, from + mostRows).map((row) =>
      shown.map(({ column, index }) => ({
        text: row[index]?.text ?? '',
        options: { align: side(column.align) },
      })),
    )
    const slide = openSlide(
      deck,
      `${words[printed.language].table} ${table.number}: ${table.caption}`,
      printed,
    )
    slide.addTable([head, ...rows], {
      x: margin,
      y: 1.4,
      w: width,
      colW: columnWidths(
        table,
        shown.map(({ index }) => index),
      ),
      fontSize: 14,
      color: ink,
      border: { type: 'solid', pt: 0.5, color: 'C5CAD0' },
    })
  }
}

function openSlide(deck: Deck, title: string, { edition, notice }: PrintedReport): Slide {
  const slide = deck.addSlide()
  slide.addText(title, {
    x: margin,
    y: 0.4,
    w: width,
    h: 0.8,
    fontSize: 26,
    bold: true,
    color: accent,
    fit: 'shrink',
  })
  slide.addText([edition, notice].filter((line) => line !== null).join(' · '), {
    x: margin,
    y: 6.95,
    w: width,
    h: 0.35,
    fontSize: 11,
    color: '555D66',
  })
  return slide
}

function side(align: 'start' | 'end'): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left'
}

/** Inches by the text each column holds, so that a question gets more room than a count. */
function columnWidths(table: PrintedTable, shown: readonly number[]): number[] {
  const lengths = shown.map((index) =>
    Math.min(60, Math.max(8, ...table.rows.map((row) => row[index]?.text.length ?? 0))),
  )
  const sum = lengths.reduce((total, length) => total + length, 0)
  return lengths.map((length) => (length / sum) * width)
}
