import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import { printReport } from './print-report.ts'
import type { PrintedFigure, PrintedTable } from './printed-report.ts'
import { withSources } from './sources-annex.ts'

const programme = sampleProgramme(4)
const printed = printReport(
  composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' }),
  'da',
)

/** The annex's table as texts. */
function sourcesOf(report = printed): readonly (readonly string[])[] {
  const annex = withSources(report).sections.at(-1)
  const table = annex?.blocks.find((block): block is PrintedTable => block.kind === 'table')
  return table?.rows.map((row) => row.map(({ text }) => text)) ?? []
}

function standsIn({ place }: PrintedFigure, text: string): boolean {
  return place.in === 'text' ? text === 'Tekst' : text.endsWith(`${place.number}: ${place.caption}`)
}

describe('the annex of sources', () => {
  it('tells of every printed number, at its section and place, what it is looked up by', () => {
    const sources = sourcesOf()
    for (const one of printed.figures) {
      const parts = one.figure.id.split('/')
      const telling = sources.filter(
        ([section, place = '', lookup = '', names = '']) =>
          section === one.section &&
          standsIn(one, place) &&
          names.split(', ').includes(parts.at(-1) ?? '') &&
          lookup.split('/').length === parts.length &&
          lookup.split('/').every((part, at) => part === '…' || part === '' || part === parts[at]),
      )
      expect([one.figure.id, telling.length > 0]).toStrictEqual([one.figure.id, true])
    }
  })

  it('stays a few pages where a report has thousands of numbers', () => {
    expect(printed.figures.length / sourcesOf().length).toBeGreaterThan(5)
  })

  it('is the last annex, numbers its table after the others, and gives an address only where there is one', () => {
    const before = printed.sections.at(-1)?.number ?? ''
    const annex = withSources(printed).sections.at(-1)
    expect(annex?.number).toBe(String.fromCodePoint((before.codePointAt(0) ?? 0) + 1))
    const told = (origin: string | null) => {
      const brand = { name: 'F', colour: '#000000', logo: null, lines: [], origin, licence: null }
      return JSON.stringify(withSources({ ...printed, brand }).sections.at(-1)?.blocks[0])
    }
    expect(told('https://tilsyn.example')).toContain('https://tilsyn.example/figures/')
    expect(told(null)).not.toContain('http')
  })

  it('is not in a brief report', () => {
    expect(withSources({ ...printed, brief: true }).sections).toStrictEqual(printed.sections)
  })
})
