import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../test/support/sample-programme.ts'
import { composeReport } from '../core/report/compose-report.ts'
import { printReport } from '../core/report/print-report.ts'
import type { PrintedReport } from '../core/report/printed-report.ts'
import { listTables } from './list-tables.ts'
import { columnWidths } from './column-widths.ts'
import { formats, renderReport, renderers } from './renderers.ts'

const day = new Date('2018-10-01T12:00:00Z')
const programme = sampleProgramme(4)
const report = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' })
const printed = printReport(report, 'da')

/** A sheet is wanted by its name's place: contents first, then the tables in order. */
async function readSheet(bytes: Uint8Array, index: number): Promise<readonly (readonly unknown[])[]> {
  const sheets = await readExcelFile(Buffer.from(bytes))
  const sheet = sheets[index]
  if (sheet === undefined) throw new Error(`There is no sheet ${index}`)
  return sheet.data
}

describe('every format', () => {
  it.each(formats)(
    '%s has the same bytes for the same report and day, whenever it is made',
    async (format) => {
      const first = await renderReport(report, 'da', format, day)
      const second = await renderReport(report, 'da', format, day)
      expect(Buffer.compare(first, second)).toBe(0)
    },
  )

  it.each(['docx', 'xlsx', 'pptx'] as const)('%s bears the given day and not today', async (format) => {
    const files = unzipSync(await renderReport(report, 'da', format, day))
    const properties = new TextDecoder().decode(files['docProps/core.xml'])
    expect(properties.match(/20\d\d-\d\d-\d\dT/g) ?? []).not.toContain(new Date().toISOString().slice(0, 11))
  })
})

describe('the workbook', () => {
  it('keeps numbers as numbers and counts on small samples as words', async () => {
    const bytes = await renderReport(report, 'da', 'xlsx', day)
    const tables = listTables(printed)
    const at = tables.findIndex(({ table }) => table.caption.startsWith('Underretning: alle'))
    const rows = await readSheet(bytes, at + 1)
    const first = tables[at]?.table.rows[0]
    expect(rows[2]?.[2]).toBe(first?.[2]?.figure?.value)
    expect(typeof rows[2]?.[2]).toBe('number')
  })

  it('never makes a formula of a text', async () => {
    const dangerous: PrintedReport = {
      ...printed,
      title: '=1+1',
      sections: [
        {
          key: 'a',
          number: '1',
          title: '+A1',
          wide: false,
          sections: [],
          blocks: [
            {
              kind: 'table',
              number: 1,
              caption: '=HYPERLINK("x")',
              columns: [{ title: '@x', align: 'start', stretch: 1, picture: false }],
              rows: [[{ text: '=1+1', figure: null, picture: null }]],
              total: false,
            },
          ],
        },
      ],
    }
    const bytes = await renderers.xlsx(dangerous, day)
    const xml = Object.entries(unzipSync(bytes))
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .map(([, content]) => new TextDecoder().decode(content))
      .join('')
    expect(xml).not.toContain('<f>')
    expect((await readSheet(bytes, 1))[2]?.[0]).toBe('=1+1')
  })
})

describe('the web page', () => {
  it('escapes every text and asks nothing of any other host', async () => {
    const evil = '<script>alert(1)</script>"\'&'
    const page = new TextDecoder().decode(
      await renderers.html({ ...printed, title: evil, municipality: evil, notice: evil }, day),
    )
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toMatch(/(?:src|href)="(?!#)/)
    expect(page).not.toContain('url(')
  })

  it('has one heading of the first rank, header cells in every table and words behind every chart', async () => {
    const page = new TextDecoder().decode(await renderers.html(printed, day))
    expect(page.match(/<h1/g)).toHaveLength(1)
    const tables = page.match(/<table/g) ?? []
    expect(page.match(/<caption/g)).toHaveLength(tables.length)
    expect(page.match(/<thead><tr><th scope="col"/g)).toHaveLength(tables.length)
    expect(page.match(/role="img"/g)).toHaveLength(page.match(/aria-label="Krav i orden/g)?.length ?? 0)
  })
})

it('leaves the stages of the errors found room for a long name beside their numbers', () => {
  const counts = { found: 40, restored: 10, unverified: 5, notRestored: 15, underWay: 10, overdue: 4 }
  const grounds = { impossible: 4, 'too-late': 3, 'citizen-declined': 3, 'nothing-to-restore': 5 }
  const sums = programme.stages.map(({ key: stage }) => ({
    ...counts,
    putOffLate: 3,
    informed: 12,
    stage,
    unit: 'Enhed Røn',
    grounds,
  }))
  const findings = { asOf: '2018-10-01', sums, fallenAway: 0 }
  const made = composeReport({
    analysis: sampleAnalysis(programme),
    programme,
    audience: 'internal',
    findings,
  })
  const section = printReport(made, 'da').sections.find(({ key }) => key === 'findings')
  const table = section?.blocks.find((block) => block.kind === 'table')
  if (section === undefined || table === undefined) throw new Error('the report has no errors')
  // Millimetres between the margins of a page, on its side and upright (report.typ).
  const room = section.wide ? 261 : 166
  expect(columnWidths(table).reduce<number>((left, width) => left - (width ?? 0), room)).toBeGreaterThan(45)
})
