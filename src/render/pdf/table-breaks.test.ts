import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PrintedBlock, PrintedReport } from '../../core/report/printed-report.ts'
import { toPdfData } from './pdf-data.ts'
import { openTypst, readTemplate } from './render-pdf.ts'

const { compiler, covers } = openTypst()
const words = (count: number) => Array.from({ length: count }, () => 'gennemgang').join(' ')
const cell = (text: string) => ({ text, figure: null, picture: null })

/** A report of one table with rows of so many words, after so many words of text. */
function reportOf(wide: boolean, before: number, rows: readonly number[]): PrintedReport {
  const table: PrintedBlock = {
    kind: 'table',
    number: 1,
    caption: 'T',
    columns: [
      { title: 'Nr.', align: 'start', stretch: null, picture: false },
      { title: 'Krav', align: 'start', stretch: 1, picture: false },
    ],
    rows: rows.map((count, at) => [cell(`${at}`), cell(words(count))]),
    total: false,
  }
  return {
    language: 'da',
    audience: 'internal',
    title: 'T',
    subtitle: 'T',
    municipality: null,
    edition: 'T',
    notice: null,
    brief: false,
    basis: 'T',
    brand: null,
    figures: [],
    sections: [
      {
        key: 'a',
        number: '1',
        title: 'T',
        wide,
        sections: [],
        blocks: [{ kind: 'paragraph', text: words(before) }, table],
      },
    ],
  }
}

/** How many rows of the table each page shows. */
function rowsByPage(report: PrintedReport): readonly number[] {
  const source = `#show table.cell.where(x: 0): it => [#metadata(it.y)<row>#it]
${readTemplate()}
#context [#metadata(query(<row>).filter(row => row.value > 0).map(row => row.location().page()))<pages>]`
  const inputs = { report: toPdfData(report, new Date('2018-10-01T00:00:00Z'), covers) }
  const compiled = compiler.compile({ mainFileContent: source, inputs })
  if (compiled.result === null) throw new Error('Typst made no document')
  // One metadata is asked for, whose value is the list of pages above.
  const [pages] = compiler.query(compiled.result, { selector: '<pages>', field: 'value' }) as [number[]]
  compiler.evictCache(0)
  return [...Map.groupBy(pages, (page) => page).values()].map((group) => group.length)
}

const rowsOfWords = (max: number) => fc.array(fc.integer({ min: 1, max }), { minLength: 13, maxLength: 70 })

it('leaves no row of a long table alone on its last page', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 400 }), rowsOfWords(40), (wide, before, counts) => {
      const pages = rowsByPage(reportOf(wide, before, counts))
      expect(pages.reduce((sum, count) => sum + count, 0)).toBe(counts.length)
      expect(pages.at(-1)).toBeGreaterThan(1)
    }),
    { numRuns: 60 },
  )
})

it('begins a long table of rows of usual height with two of them or more', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 150, max: 450 }), rowsOfWords(14), (wide, before, counts) => {
      expect(rowsByPage(reportOf(wide, before, counts))[0]).toBeGreaterThan(1)
    }),
    { numRuns: 60 },
  )
})
