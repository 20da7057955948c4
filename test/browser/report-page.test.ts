import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeReport } from '../../src/core/report/compose-report.ts'
import type { ReportBrand } from '../../src/core/report/brand.ts'
import { renderReport } from '../../src/render/renderers.ts'
import { expectAccessible, expectNoSidewaysScroll, screenshot, TestBrowser } from '../support/browser.ts'
import { sampleAnalysis } from '../support/sample-analysis.ts'
import { sampleProgramme } from '../support/sample-programme.ts'

const programme = sampleProgramme(4)
const brand: ReportBrand = {
  name: 'Fjordby Kommune',
  // As pale as a colour may be.
  colour: '#767676',
  logo: {
    type: 'svg',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0 L9 9 L0 9 Z"/></svg>',
  },
  lines: [{ da: 'Børn og Unge', en: 'Children and Young People' }],
  origin: null,
  licence: null,
}
let folder: string
let browser: TestBrowser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-report-page-'))
  browser = await TestBrowser.launch()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

test.each([
  ['internal', {}, []],
  ['public', { brand }, [true]],
] as const)(
  'the web page of the %s edition is free of faults that axe knows, on a phone too',
  async (audience, own, logos) => {
    const report = { ...composeReport({ analysis: sampleAnalysis(programme), programme, audience }), ...own }
    const file = join(folder, `${audience}.html`)
    await writeFile(file, await renderReport(report, 'da', 'html', new Date('2018-10-01T12:00:00Z')))
    await browser.withPage(
      { origin: 'http://localhost', viewport: { width: 390, height: 844 } },
      async (page) => {
        await page.goto(pathToFileURL(file).href)
        expect(await page.title()).toBe(report.title.da)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await page.setViewportSize({ width: 1440, height: 900 })
        await expectAccessible(page)
        // Shown: the page's own rules let the picture through.
        const heights = await page
          .locator('img')
          .evaluateAll((images) => images.map((image) => image.clientHeight))
        expect(heights.map((height) => height > 20)).toStrictEqual(logos)
        await screenshot(page, `report-page-${audience}`)
      },
    )
  },
)
