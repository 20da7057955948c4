import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PrintedBlock, PrintedReport } from '../../core/report/printed-report.ts'
import { toPdfData } from './pdf-data.ts'
import { openTypst, readTemplate } from './render-pdf.ts'

const { compiler, covers } = openTypst()
const words = (count: number) => Array.from({ length: count }, () => 'gennemgang').join(' ')

/** So many charts, each with a sentence on it, after so many words. */
function reportOf(before: number, charts: number): PrintedReport {
  const chart: PrintedBlock = {
    kind: 'run-chart',
    number: 1,
    caption: 'C',
    alternative: 'C',
    ticks: [
      { at: 0, text: '0' },
      { at: 1, text: '1' },
    ],
    points: [0.2, 0.8].map((at) => ({ at, period: null, limits: null, marked: false, unfinished: false })),
    centre: null,
  }
  const blocks = Array.from({ length: charts }, () => [
    chart,
    { kind: 'paragraph', text: 'SAID of it' } as const,
  ]).flat()
  return {
    language: 'da',
    audience: 'internal',
    title: 'T',
    subtitle: 'T',
    municipality: null,
    edition: 'T',
    notice: null,
    brief: true,
    basis: 'T',
    brand: null,
    figures: [],
    sections: [
      {
        key: 'a',
        number: '1',
        title: 'T',
        wide: false,
        sections: [],
        blocks: [{ kind: 'paragraph', text: words(before) }, ...blocks],
      },
    ],
  }
}

/** The page of each chart and of each sentence. */
function pagesOf(report: PrintedReport): {
  readonly charts: readonly number[]
  readonly said: readonly number[]
} {
  const source = `#show figure.caption: it => [#metadata(none)<chart>#it]
#show "SAID": it => [#metadata(none)<said>#it]
${readTemplate()}
#let pages-of(label) = query(label).map(one => one.location().page())
#context [#metadata((charts: pages-of(<chart>), said: pages-of(<said>)))<pages>]`
  const inputs = { report: toPdfData(report, new Date('2018-10-01T00:00:00Z'), covers) }
  const compiled = compiler.compile({ mainFileContent: source, inputs })
  if (compiled.result === null) throw new Error('Typst made no document')
  const [pages] = compiler.query(compiled.result, { selector: '<pages>', field: 'value' }) as [
    { charts: number[]; said: number[] },
  ]
  compiler.evictCache(0)
  return pages
}

it('keeps what is said of a chart on the chart’s page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 9 }), (before, count) => {
      const { charts, said } = pagesOf(reportOf(before, count))
      expect(charts).toHaveLength(count)
      expect(said).toEqual(charts)
    }),
    { numRuns: 40 },
  )
})
