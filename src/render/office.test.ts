import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../test/support/sample-programme.ts'
import { composeReport } from '../core/report/compose-report.ts'
import { printReport } from '../core/report/print-report.ts'
import { withSources } from '../core/report/sources-annex.ts'
import type { Report } from '../core/report/report.ts'
import { listTables } from './list-tables.ts'
import { renderReport } from './renderers.ts'

const day = new Date('2018-10-01T12:00:00Z')
const programme = sampleProgramme(4)
const composed = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' })
const report: Report = {
  ...composed,
  brand: { name: 'Fjordby', colour: '#7a1f3d', logo: null, lines: [], origin: null, licence: null },
}
const printed = printReport(report, 'da')

/** The XML of an Office file's parts whose name matches. */
async function partsOf(format: 'docx' | 'pptx' | 'xlsx', name: RegExp): Promise<readonly string[]> {
  const files = unzipSync(await renderReport(report, 'da', format, day))
  const found = Object.keys(files).filter((file) => name.test(file))
  return found.map((file) => new TextDecoder().decode(files[file]))
}

const sheetNames = (workbook: string) =>
  [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, name = '']) => name)

const count = (xml: string, wanted: RegExp) => [...xml.matchAll(wanted)].length

describe('the text document', () => {
  it('has headings, captions and notes as styles, in the language and the colour of the municipality', async () => {
    const [styles = ''] = await partsOf('docx', /^word\/styles\.xml$/)
    expect(styles).toContain('w:lang w:val="da-DK"')
    expect(styles).toMatch(/w:styleId="Heading1"[\s\S]*?w:color w:val="7a1f3d"/)
    const [document = ''] = await partsOf('docx', /^word\/document\.xml$/)
    const captions = count(document, /w:pStyle w:val="Caption"/g)
    const tables = listTables(withSources(printed)).length
    expect(captions).toBe(tables + count(document, /<w:drawing>/g))
    expect(count(document, /<w:tblHeader\/>/g)).toBe(tables)
  })

  it('gives every column a width, so that questions have more room than counts', async () => {
    const [document = ''] = await partsOf('docx', /^word\/document\.xml$/)
    const at = document.indexOf('alle spørgsmål')
    const grid = /<w:tblGrid>.*?<\/w:tblGrid>/su.exec(document.slice(at))?.[0] ?? ''
    const widths = [...grid.matchAll(/w:w="(\d+)"/gu)].map((match) => Number(match[1]))
    expect(Math.max(...widths)).toBeGreaterThan(3 * Math.min(...widths))
    // Twentieths of a point between the margins of A4 on its side.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16_838 - 2 * 1134)
  })

  it('draws every chart, with pixels behind and its sentence for who cannot see it', async () => {
    const [document = ''] = await partsOf('docx', /^word\/document\.xml$/)
    const drawings = [...document.matchAll(/<w:drawing>.*?<\/w:drawing>/gsu)].map(([drawing]) => drawing)
    expect(drawings.length).toBeGreaterThan(0)
    for (const drawing of drawings) {
      expect(drawing).toMatch(/<wp:docPr [^>]*descr="Krav i orden/)
      expect(drawing).toContain('asvg:svgBlip')
    }
    const files = Object.keys(unzipSync(await renderReport(report, 'da', 'docx', day)))
    expect(files.filter((name) => name.endsWith('.svg'))).toHaveLength(drawings.length)
    expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(drawings.length)
  })
})

describe('the workbook', () => {
  it('makes rows as high as their wrapped text, for programs that do not measure it', async () => {
    const files = unzipSync(await renderReport(report, 'da', 'xlsx', day))
    const at = listTables(printed).findIndex(({ table }) => table.caption.startsWith('Underretning: alle'))
    const sheet = new TextDecoder().decode(files[`xl/worksheets/sheet${at + 2}.xml`])
    const head = /<row [^>]*r="2"[^>]*>/u.exec(sheet)?.[0] ?? ''
    // `Ikke relevant` stands on two lines in its narrow column.
    expect(Number(/ht="(\d+)/u.exec(head)?.[1])).toBeGreaterThanOrEqual(30)
  })

  it('prints lying, all columns on a page, with the head of each table and a foot on every page', async () => {
    const sheets = await partsOf('xlsx', /^xl\/worksheets\/sheet\d+\.xml$/)
    const tables = listTables(printed).length
    expect(sheets).toHaveLength(tables + 1)
    for (const sheet of sheets) {
      expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"')
      expect(sheet).toContain(`<oddFooter>&amp;L${printed.title}&amp;C&amp;A&amp;R&amp;P/&amp;N</oddFooter>`)
    }
    const [workbook = ''] = await partsOf('xlsx', /^xl\/workbook\.xml$/)
    const [first = ''] = sheetNames(workbook).slice(1)
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'${first}'!$1:$2</definedName>`,
    )
    expect(count(workbook, /_xlnm\.Print_Titles/g)).toBe(tables)
  })

  it('calls each sheet by its table’s number and subject, within what Excel takes as a name', async () => {
    const [workbook = ''] = await partsOf('xlsx', /^xl\/workbook\.xml$/)
    const names = sheetNames(workbook).slice(1)
    const tables = listTables(printed).map(({ table }) => table)
    expect(names.map((name) => Number(name.split(' ')[0]))).toStrictEqual(tables.map(({ number }) => number))
    for (const [at, { caption }] of tables.entries()) {
      const [, firstWord = ''] = names[at]?.split(' ') ?? []
      expect(caption).toContain(firstWord)
      expect(firstWord).not.toBe('')
    }
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\']/u.test(name))).toBe(true)
  })

  it('tells in its last column where each row is looked up', async () => {
    const sheets = await readExcelFile(Buffer.from(await renderReport(report, 'da', 'xlsx', day)))
    const tables = listTables(printed)
    const at = tables.findIndex(({ table }) => table.caption.startsWith('Underretning: alle'))
    const [, heads = [], ...rows] = sheets[at + 1]?.data ?? []
    expect(heads.at(-1)).toBe('Opslag')
    const [first] = tables[at]?.table.rows ?? []
    const ids = first?.flatMap(({ figure }) => figure?.id ?? []) ?? []
    const [place = '', names = ''] = String(rows[0]?.at(-1))
      .split(' ', 1)
      .concat(String(rows[0]?.at(-1)).replace(/^\S+ /u, ''))
    expect(names.split(', ').map((name) => place + name)).toStrictEqual(ids)
  })
})

describe('the slides', () => {
  it('are few enough for a meeting, each with a title that the outline finds', async () => {
    const slides = await partsOf('pptx', /^ppt\/slides\/slide\d+\.xml$/)
    expect(slides.length).toBeLessThanOrEqual(20)
    expect(
      slides.filter((slide) => slide.includes('<p:ph type="title"') || slide.includes('type="title"')),
    ).toHaveLength(slides.length - 1)
  })

  it('say what a chart shows to who cannot see it', async () => {
    const slides = await partsOf('pptx', /^ppt\/slides\/slide\d+\.xml$/)
    const pictures = slides.flatMap((slide) =>
      [...slide.matchAll(/<p:pic>.*?<\/p:pic>/gsu)].map(([one]) => one),
    )
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) expect(picture).toMatch(/descr="Krav i orden/)
  })

  it('tell in the notes where each number is looked up', async () => {
    const notes = (await partsOf('pptx', /^ppt\/notesSlides\/notesSlide\d+\.xml$/)).join('')
    const chart = printed.figures.find(({ figure }) => figure.id.startsWith('composite/all/'))
    expect(chart).toBeDefined()
    expect(notes).toContain(`${chart?.printed}: ${chart?.figure.id}`)
  })
})
