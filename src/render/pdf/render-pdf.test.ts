import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from '../../core/report/compose-report.ts'
import { printReport } from '../../core/report/print-report.ts'
import type { PrintedReport } from '../../core/report/printed-report.ts'
import { toPdfData } from './pdf-data.ts'
import { printableText } from './printable-text.ts'
import { openTypst, readTemplate, renderPdf } from './render-pdf.ts'

const day = new Date('2018-10-01T00:00:00Z')
const { compiler, covers } = openTypst()

/** A report whose every kind of text is the one given. */
function reportOf(text: string): PrintedReport {
  const cell = { text, figure: null, picture: null }
  return {
    language: 'da',
    audience: 'internal',
    title: 'T',
    subtitle: text,
    municipality: text,
    edition: text,
    notice: text,
    brief: false,
    basis: text,
    brand: null,
    figures: [],
    sections: [
      {
        key: 'a',
        number: '1',
        title: `x${text}`,
        wide: false,
        sections: [],
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'note', text },
          { kind: 'list', items: [text] },
          {
            kind: 'table',
            number: 1,
            caption: text,
            columns: [{ title: text, align: 'start', stretch: 1, picture: false }],
            rows: [[cell]],
            total: false,
          },
        ],
      },
    ],
  }
}

const markup = fc.string({
  unit: fc.constantFrom(
    '#',
    '*',
    '_',
    '$',
    '`',
    '[',
    ']',
    '\\',
    '"',
    '<',
    '>',
    '@',
    '=',
    '-',
    '/',
    '~',
    '(',
    ')',
    'æ',
    ' ',
    '\n',
  ),
  maxLength: 30,
})
const anyText = fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 60 }))

describe('the PDF', () => {
  it('prints any text as it stands and reads none of it as markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inputs = { report: toPdfData(reportOf(text), day, covers) }
        const compiled = compiler.compile({ mainFileContent: readTemplate(), inputs })
        if (compiled.result === null) throw new Error('Typst made no document')
        // Typst answers with plain data; a heading's body is one text only where nothing in it was markup.
        const bodies = compiler.query(compiled.result, { selector: 'heading', field: 'body' }) as unknown[]
        expect(bodies).toContainEqual({
          func: 'text',
          text: `1\u00A0\u00A0${printableText(`x${text}`, covers)}`,
        })
        compiler.evictCache(0)
      }),
      { numRuns: 60 },
    )
  })

  it('can be exported as PDF/UA whatever characters the text holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect((await renderPdf(reportOf(text), day)).length).toBeGreaterThan(0)
      }),
      { numRuns: 40, examples: [['\u0000']] },
    )
  })

  it('is tagged, names its language and title, and declares PDF/UA-1', async () => {
    const programme = sampleProgramme(4)
    const report = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' })
    for (const language of ['da', 'en'] as const) {
      const pdf = Buffer.from(await renderPdf(printReport(report, language), day)).toString('latin1')
      expect(pdf).toContain('/MarkInfo')
      expect(pdf).toContain('/StructTreeRoot')
      expect(pdf).toContain('/DisplayDocTitle true')
      expect(pdf).toContain(`/Lang (${language}`)
      expect(pdf).toMatch(/pdfuaid:part>1</)
      expect(pdf).toContain('/Outlines')
    }
  })

  it('has the same bytes for the same report and day', async () => {
    const first = await renderPdf(reportOf('æøå'), day)
    expect(Buffer.compare(first, await renderPdf(reportOf('æøå'), day))).toBe(0)
  })
})
