import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { BreachesFile } from '../../src/core/caseflow/breaches-file.ts'
import type { PrintedReport } from '../../src/core/report/printed-report.ts'
import { csvCell, csvText } from '../../src/core/tabular/csv-text.ts'
import { renderList } from '../../src/render/list/render-list.ts'
import { renderRoundCsv, renderRoundXlsx } from '../../src/render/round-data/render-round-data.ts'
import { renderXlsx } from '../../src/render/xlsx/render-xlsx.ts'
import { toCsv } from '../../src/web/pages/planner/plan-csv.ts'

// Whatever stands in a file that somebody downloads or `tilsyn` writes: no spreadsheet may compute it.
const createdAt = new Date('2026-11-22T12:00:00Z')

const beginning = fc.constantFrom(
  '=', '+', '-', '@', '\t', '\r', '\n', ' =', '\u00a0=', '\ufeff=', '\u200b=', '\u202e=', '\u0000=', '\u2060+',
  '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−', '⁼', '₌', '⁺', '₊', '⁻', '₋', '\r\n=', ' \t@', '"=', ';=', ',=',
) // prettier-ignore
const formula = fc
  .tuple(
    beginning,
    fc.constantFrom('1+1', 'cmd|/c calc!A0', 'HYPERLINK("http://example.org";"x")', '5', '', 'æ;"\r\n=2'),
  )
  .map((parts) => parts.join(''))
const text = fc.oneof(formula, fc.string({ unit: 'grapheme', maxLength: 10 }))
/** Spreadsheets have one nought. */
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0)

/**
 * Whether a spreadsheet computes the cell of a CSV file, said in another way than the program's: by the compatible form of
 * the first sign that can be seen.
 */
function isComputed(cell: string): boolean {
  if (/^[\t\r\n]/.test(cell)) return true
  const seen = Array.from(cell).find((sign) => !/^[\s\p{C}]$/u.test(sign)) ?? ''
  return /^[=+\-@\u2212]/.test(seen.normalize('NFKC'))
}

const isNumber = (cell: string) => /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell)

function cellsOf(csv: string, delimiter = ';'): readonly (readonly string[])[] {
  return parse(csv, { delimiter, bom: true, relax_column_count: true, record_delimiter: ['\r\n'] })
}

function sheetsOf(workbook: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(workbook))
    .filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
}

function expectNoFormula(workbook: Uint8Array): void {
  for (const sheet of sheetsOf(workbook)) expect(sheet).not.toMatch(/<(?:\w+:)?f[ >/]|t="str"/)
  expect(Object.keys(unzipSync(workbook)).join(' ')).not.toMatch(/externalLink|connections|vbaProject/)
}

test('no sign of Unicode at the front of a text makes it a formula', () => {
  const signs = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  )
  const computed = signs.filter((code) =>
    isComputed(csvCell(`${String.fromCodePoint(code)}1+1`).replace(/^"/, '')),
  )
  expect(computed.map((code) => code.toString(16))).toEqual([])
})

test('lists as CSV: a text is never computed, a number stays one', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, number, async (title, cell, value) => {
      const list = { title: 'Liste', columns: [{ title }, { title: 'b' }], rows: [[cell, value]], createdAt }
      const rows = cellsOf(strFromU8(await renderList({ ...list, format: 'csv' })))
      expect(rows.flat().filter((one) => isComputed(one) && !isNumber(one))).toEqual([])
      expect(Number(rows[1]?.[1]?.replace(',', '.'))).toBe(value)
    }),
    { numRuns: 2000 },
  )
})

test('lists and a round’s data as workbooks: no cell is a formula, texts would be none in another format either', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, number, async (title, cell, value) => {
      const list = { title: 'Liste', columns: [{ title }, { title: 'b' }], rows: [[cell, value]], createdAt }
      const table = {
        key: 'answers' as const,
        about: { da: cell, en: cell },
        columns: ['a', 'b'],
        rows: list.rows,
      }
      const books = [
        await renderList({ ...list, format: 'xlsx' }),
        await renderRoundXlsx({ title, tables: [table], language: 'da', createdAt }),
      ]
      for (const book of books) expectNoFormula(book)
      expect(sheetsOf(books[0] ?? new Uint8Array()).join('')).toContain(`<v>${value}</v>`)
    }),
    { numRuns: 150 },
  )
})

test('a round’s data as CSV computes nothing', () => {
  fc.assert(
    fc.property(text, number, (cell, value) => {
      const table = {
        key: 'answers' as const,
        about: { da: '', en: '' },
        columns: [cell],
        rows: [[cell, value]],
      }
      const files = unzipSync(renderRoundCsv({ title: cell, tables: [table], language: 'da', createdAt }))
      const rows = cellsOf(strFromU8(files['answers.csv'] ?? new Uint8Array()))
      expect(rows.flat().filter((one) => isComputed(one) && !isNumber(one))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('deadlines, as `tilsyn deadlines` and `tilsyn reconcile` write them, compute nothing', () => {
  fc.assert(
    fc.property(text, number, (cell, lateBy) => {
      const file = new BreachesFile(new Set())
      const line = file.line(csvCell(cell), {
        rule: cell, rules: cell, rulesVersion: 1, started: null, due: null, done: null,
        state: 'open', lateBy, because: cell, unit: cell, caseworker: cell,
      }) // prettier-ignore
      const rows = [...cellsOf(`${file.header}${line}`), ...cellsOf(csvText([[cell, lateBy]]))]
      expect(rows.flat().filter((one) => isComputed(one) && !isNumber(one))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('what the planner’s page saves computes nothing, and numbers stay numbers, below nought too', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(';', ','), async (cell, separator) => {
      const [[first, second] = []] = cellsOf(await toCsv([[cell, '-0.5']], separator).text(), separator)
      expect(isComputed(first ?? '') && !isNumber(first ?? '') && !/^\u2212\d+$/.test(first ?? '')).toBe(
        false,
      )
      expect(second).toBe('-0.5')
    }),
    { numRuns: 1000 },
  )
})

test('a report as a workbook has no formula in any sheet', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (cell) => {
      const printed = { text: cell, figure: null, picture: null }
      const report: PrintedReport = {
        language: 'da', audience: 'internal', title: cell, subtitle: cell, municipality: cell, edition: cell,
        notice: cell, brief: false, basis: cell, brand: null, figures: [],
        sections: [{ key: 'a', number: '1', title: cell, wide: false, sections: [], blocks: [{
          kind: 'table', number: 1, caption: cell, columns: [{ title: cell, align: 'start', stretch: null, picture: false }],
          rows: [[printed]], total: false }] }],
      } // prettier-ignore
      expectNoFormula(await renderXlsx(report, createdAt))
    }),
    { numRuns: 60 },
  )
  expect.hasAssertions()
})
