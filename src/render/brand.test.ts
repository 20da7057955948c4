import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../test/support/sample-programme.ts'
import type { ReportBrand } from '../core/report/brand.ts'
import { composeReport } from '../core/report/compose-report.ts'
import type { Report } from '../core/report/report.ts'
import { formats, renderReport } from './renderers.ts'

const day = new Date('2018-10-01T12:00:00Z')
const programme = sampleProgramme(2)
const plain = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'public' })
const brand: ReportBrand = {
  name: 'Fjordby & <Omegn>',
  colour: '#7a1f3d',
  logo: {
    type: 'svg',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0 L9 9 L0 9 Z"/></svg>',
  },
  lines: [{ da: 'Forsidens egen linje', en: 'A line of the front page' }],
  origin: null,
  licence: { da: 'CC BY 4.0', en: 'CC BY 4.0' },
}
/** One pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const branded: Report = { ...plain, brand }

describe('a branded report', () => {
  it.each(formats)('%s takes a logo of either type and gives the same bytes twice', async (format) => {
    const png: Report = { ...plain, brand: { ...brand, logo: { type: 'png', base64: pixel } } }
    for (const report of [branded, png]) {
      const first = await renderReport(report, 'da', format, day)
      expect(Buffer.compare(first, await renderReport(report, 'da', format, day))).toBe(0)
    }
  })

  it('shows its colour, logo and lines in the web page, where the logo cannot run or fetch anything', async () => {
    const page = new TextDecoder().decode(await renderReport(branded, 'da', 'html', day))
    expect(page).toContain('--accent: #7a1f3d')
    expect(page).toContain('alt="Fjordby &amp; &lt;Omegn&gt;" src="data:image/svg+xml;base64,')
    expect(page).toContain('Forsidens egen linje')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toContain('<path d="M0 0 L9 9')
  })

  it.each(['html', 'docx', 'pptx', 'xlsx'] as const)(
    'says in %s under which licence it is',
    async (format) => {
      const bytes = await renderReport(branded, 'da', format, day)
      const text =
        format === 'html'
          ? new TextDecoder().decode(bytes)
          : Object.values(unzipSync(bytes))
              .map((part) => new TextDecoder().decode(part))
              .join('')
      expect(text).toContain('Licens: CC BY 4.0')
    },
  )

  it('gives its licence with the open data', async () => {
    const data = new TextDecoder().decode(await renderReport(branded, 'en', 'json', day))
    expect(JSON.parse(data)).toMatchObject({ report: { licence: 'CC BY 4.0' } })
  })
})
