import pptxModule from 'pptxgenjs'
import type { PrintedReport, PrintedTable } from '../../core/report/printed-report.ts'
import { chartFile, chartKey } from '../charts/chart-svg.ts'
import { tilsynAccent } from '../charts/chart-style.ts'
import { rasterise } from '../charts/rasterise.ts'
import { fixPackage } from '../fix-package.ts'
import { logoSvg } from '../logo.ts'
import { words } from '../words.ts'
import { slideTable } from './slide-table.ts'
import { slideParts, type SlidePart } from './slide-parts.ts'

// The package's types describe its CommonJS file, where the class is `.default`; Node loads its ES module, where it is
// the default export itself.
const PptxGenJS = pptxModule as unknown as typeof pptxModule.default
type Deck = InstanceType<typeof PptxGenJS>
type Slide = ReturnType<Deck['addSlide']>

const ink = '1B1F24'
const muted = '555D66'
/** Inches, on a page of 13.33 by 7.5. */
const margin = 0.6
const width = 13.33 - 2 * margin
const body = { top: 1.45, height: 5.1 }
/** Of charts and logos: twice what a screen of this size shows. */
const pixelsPerInch = 192
const largestLogo = { width: 3.2, height: 0.9 }
const languages = { da: 'da-DK', en: 'en-GB' } as const

/** Slides for a meeting, to edit: conclusions as text, charts, and the beginnings of the main tables as real tables. */
export async function renderPptx(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const deck = openDeck(printed)
  await addFront(deck, printed)
  for (const part of slideParts(printed)) await addPart(deck, part, printed)
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
  // Titles are placeholders, so that the outline and screen readers find them.
  deck.defineSlideMaster({
    title: master,
    objects: [
      { rect: { x: 0, y: 0, w: '100%', h: 0.12, fill: { color: accentOf(printed) } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: margin,
            y: 0.4,
            w: width,
            h: 0.9,
            fontSize: 28,
            bold: true,
            color: accentOf(printed),
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
    slideNumber: { x: 12.4, y: 6.95, fontSize: 11, color: muted },
  })
  return deck
}

const master = 'REPORT'

async function addFront(deck: Deck, printed: PrintedReport): Promise<void> {
  const { title, municipality, subtitle, edition, notice, brand, language } = printed
  const slide = deck.addSlide()
  const accent = accentOf(printed)
  slide.addShape('rect', { x: 0, y: 0, w: '100%', h: 0.3, fill: { color: accent } })
  if (brand !== null && brand.logo !== null) {
    const {
      png,
      width: wide,
      height: high,
    } = await rasterise(logoSvg(brand.logo), largestLogo.width * pixelsPerInch)
    const scale = Math.min(largestLogo.width / wide, largestLogo.height / high)
    slide.addImage({
      data: pngAddress(png),
      x: margin,
      y: 0.8,
      w: wide * scale,
      h: high * scale,
      altText: brand.name,
    })
  }
  slide.addText(title, {
    x: margin,
    y: 2.2,
    w: width,
    h: 1.1,
    fontSize: 40,
    bold: true,
    color: accent,
    lang: languages[language],
  })
  const under = [municipality, subtitle, ...(brand?.lines ?? []), edition, notice].filter(
    (line) => line !== null,
  )
  slide.addText(under.join('\n'), {
    x: margin,
    y: 3.4,
    w: width,
    h: 2.6,
    fontSize: 20,
    color: ink,
    valign: 'top',
    lang: languages[language],
  })
}

async function addPart(deck: Deck, part: SlidePart, printed: PrintedReport): Promise<void> {
  const { language } = printed
  const lang = languages[language]
  const slide = openSlide(deck, part.title, printed)
  const { content } = part
  if (content.kind === 'text') {
    const lines = content.lines.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 12 } }))
    const size = content.lines.join('').length > 420 ? 20 : 24
    slide.addText(lines, { ...textBox, fontSize: size, lang })
  } else if (content.kind === 'chart') {
    const { svg, width: wide, height: high } = chartFile(content.chart, `#${accentOf(printed)}`)
    const { png } = await rasterise(svg, width * pixelsPerInch)
    const scale = Math.min(width / wide, (body.height - 0.5) / high)
    slide.addImage({
      data: pngAddress(png),
      x: margin,
      y: body.top,
      w: wide * scale,
      h: high * scale,
      altText: content.chart.alternative,
    })
    slide.addText(chartKey(content.chart, language), {
      x: margin,
      y: body.top + high * scale + 0.05,
      w: width,
      h: 0.4,
      fontSize: 14,
      color: muted,
      lang,
    })
  } else addTable(slide, content.table, printed)
  if (part.notes.length > 0) slide.addNotes(part.notes.join('\n'))
}

const textBox = { x: margin, y: body.top, w: width, h: body.height, color: ink, valign: 'top' } as const

function addTable(slide: Slide, table: PrintedTable, { language }: PrintedReport): void {
  const shown = table.columns.flatMap((column, index) => (column.picture ? [] : [{ column, index }]))
  const lang = languages[language]
  const { widths, rows } = slideTable(
    table,
    shown.map(({ index }) => index),
    { width, height: body.height - 0.1 },
  )
  const head = shown.map(({ column }) => ({
    text: column.title,
    options: { bold: true, fill: { color: 'EEF3F7' }, align: side(column.align), lang },
  }))
  const cells = table.rows.slice(0, rows).map((row, at) =>
    shown.map(({ column, index }) => ({
      text: row[index]?.text ?? '',
      options: { align: side(column.align), bold: table.total && at === table.rows.length - 1, lang },
    })),
  )
  slide.addTable([head, ...cells], {
    x: margin,
    y: body.top,
    w: width,
    colW: [...widths],
    fontSize: 14,
    color: ink,
    border: { type: 'solid', pt: 0.5, color: 'C5CAD0' },
  })
  const more = table.rows.length - rows
  const { rest, table: name } = words[language]
  if (more > 0)
    slide.addText(rest.replace('{more}', String(more)).replace('{table}', `${name} ${table.number}`), {
      x: margin,
      y: 6.55,
      w: width,
      h: 0.35,
      fontSize: 14,
      color: muted,
      lang,
    })
}

function openSlide(deck: Deck, title: string, { edition, notice, language }: PrintedReport): Slide {
  const slide = deck.addSlide({ masterName: master })
  slide.addText(title, { placeholder: 'title', lang: languages[language] })
  slide.addText([edition, notice].filter((line) => line !== null).join(' · '), {
    x: margin,
    y: 6.95,
    w: width - 1,
    h: 0.35,
    fontSize: 11,
    color: muted,
    lang: languages[language],
  })
  return slide
}

function accentOf({ brand }: PrintedReport): string {
  return (brand?.colour ?? tilsynAccent).replace('#', '').toUpperCase()
}

function pngAddress(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}

function side(align: 'start' | 'end'): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left'
}
