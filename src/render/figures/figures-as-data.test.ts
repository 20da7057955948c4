import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from '../../core/report/compose-report.ts'
import type { Language } from '../../core/language/language.ts'
import { listFigureReferences } from '../../core/report/figure-text.ts'
import type { Figure, Report } from '../../core/report/report.ts'
import { readCsvRows } from '../../core/tabular/csv-rows.ts'
import { renderReport } from '../renderers.ts'
import type { FigureRow } from './figure-fields.ts'

const day = new Date('2018-10-01T12:00:00Z')
const programme = sampleProgramme(4)
const analysis = sampleAnalysis(programme)
const internal = composeReport({ analysis, programme, audience: 'internal' })
const published = composeReport({ analysis, programme, audience: 'public' })

interface OpenData {
  readonly report: Readonly<Record<string, unknown>>
  readonly dictionary: Readonly<Record<string, Readonly<Record<Language, string>>>>
  readonly figures: readonly FigureRow[]
}

async function readJson(report: Report, language: Language = 'da'): Promise<OpenData> {
  const bytes = await renderReport(report, language, 'json', day)
  const data: OpenData = JSON.parse(new TextDecoder().decode(bytes))
  return data
}

async function readCsv(report: Report, language: Language = 'da'): Promise<readonly (readonly string[])[]> {
  const bytes = await renderReport(report, language, 'csv', day)
  // Where a spreadsheet looks for it to know that the file is UTF-8.
  expect(Buffer.from(bytes.slice(0, 3)).toString('hex')).toBe('efbbbf')
  const rows: string[][] = []
  const read = readCsvRows(Buffer.from(bytes), 'figures.csv', (cells) => rows.push(cells))
  expect(read.ok).toBe(true)
  return rows
}

/** The ids that anything in a report's blocks refers to. */
function referencesIn(part: unknown): ReadonlySet<string> {
  if (typeof part === 'string') return new Set(listFigureReferences(part))
  if (typeof part !== 'object' || part === null) return new Set()
  return new Set(
    Object.entries(part).flatMap(([key, value]: readonly [string, unknown]) =>
      typeof value === 'string' && ['figure', 'now', 'baseline'].includes(key)
        ? [value]
        : [...referencesIn(value)],
    ),
  )
}

const share: Figure = {
  id: 'a/share',
  value: 0.6,
  format: 'percent',
  numerator: 3,
  denominator: 5,
  notApplicable: 1,
  interval: [0.2, 0.9],
  sample: 5,
  withheld: false,
  query: 'questions[question=a]',
}

/** A report of one table whose first row is about `figure`. */
function reportOf(figure: Figure, name = 'Krav A'): Report {
  return {
    title: { da: 'Prøve', en: 'Trial' },
    subtitle: { da: 'Runde', en: 'Round' },
    municipality: null,
    audience: 'public',
    notice: null,
    basis: { da: 'Program: x 1.0.0', en: 'Programme: x 1.0.0' },
    figures: { [figure.id]: figure, 'not/printed': { ...figure, id: 'not/printed', value: 0.123 } },
    sections: [
      {
        key: 'a',
        title: { da: 'Afsnit', en: 'Section' },
        sections: [],
        blocks: [
          { kind: 'paragraph', text: { da: `Først. Så {${figure.id}} i alt.`, en: `So {${figure.id}}.` } },
          {
            kind: 'table',
            caption: { da: 'Tabellen', en: 'The table' },
            total: false,
            columns: [
              { title: { da: 'Krav', en: 'Requirement' }, align: 'start' },
              { title: { da: 'Andel', en: 'Share' }, align: 'end' },
            ],
            rows: [
              [
                { kind: 'text', text: { da: name, en: name } },
                { kind: 'figure', figure: figure.id },
              ],
            ],
          },
        ],
      },
    ],
  }
}

describe('the figures as data', () => {
  it.each([
    ['internal', internal],
    ['public', published],
  ] as const)('are those of the report, once each, in the %s edition', async (_edition, report) => {
    const { figures } = await readJson(report)
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
    expect(new Set(figures.map(({ id }) => id))).toStrictEqual(referencesIn(report.sections))
    for (const { id, numerator, denominator, withheld, query } of figures) {
      const figure = report.figures[id]
      expect({ numerator, denominator, withheld, query }).toStrictEqual({
        numerator: figure?.numerator,
        denominator: figure?.denominator,
        withheld: figure?.withheld,
        query: figure?.query,
      })
    }
  })

  it('hold no number of a withheld figure, in either format', async () => {
    const hidden = (await readJson(published)).figures.filter(({ withheld }) => withheld)
    expect(hidden.length).toBeGreaterThan(10)
    for (const { value, numerator, denominator, notApplicable, lower, upper, printed } of hidden)
      expect([value, numerator, denominator, notApplicable, lower, upper, printed]).toStrictEqual([
        null,
        null,
        null,
        null,
        null,
        null,
        '·',
      ])
    const [heads, ...rows] = await readCsv(published)
    const at = (title: string) => heads?.indexOf(title) ?? -1
    const withheld = rows.filter((row) => row[at('udeladt')] === 'ja')
    expect(withheld.map((row) => row[0])).toStrictEqual(hidden.map(({ id }) => id))
    const numbers = ['værdi', 'tæller', 'nævner', 'ikke relevant', 'interval fra', 'interval til'].map(at)
    expect(new Set(withheld.flatMap((row) => numbers.map((index) => row[index])))).toStrictEqual(
      new Set(['']),
    )
  })

  it('leave out what the edition reckons with and does not print', async () => {
    const ids = (await readJson(reportOf(share))).figures.map(({ id }) => id)
    expect(ids).toStrictEqual(['a/share'])
  })

  it('give counts and no percentage below ten answers, as in print', async () => {
    const [few] = (await readJson(reportOf(share))).figures
    expect(few).toMatchObject({ value: null, lower: null, upper: null, numerator: 3, denominator: 5 })
    const [enough] = (await readJson(reportOf({ ...share, sample: 10 }))).figures
    expect(enough).toMatchObject({ value: 0.6, lower: 0.2, upper: 0.9, unit: 'share' })
  })

  it('name a figure by its row, column and table, and by its sentence where there is no table', async () => {
    const [figure] = (await readJson(reportOf(share))).figures
    expect(figure).toMatchObject({
      section: '1',
      place: 'table',
      placeNumber: 1,
      caption: 'Tabellen',
      label: 'Krav A · Andel',
    })
    const report = reportOf(share)
    const worded = report.sections.map((section) => ({ ...section, blocks: section.blocks.slice(0, 1) }))
    const [inWords] = (await readJson({ ...report, sections: worded })).figures
    expect(inWords).toMatchObject({ place: 'text', placeNumber: null, label: 'Så 3 af 5 i alt.' })
  })

  it('are the same numbers in both languages and both formats', async () => {
    const numbers = ({ id, value, numerator, denominator, lower, upper }: FigureRow) =>
      [id, value, numerator, denominator, lower, upper]
        .map((part) => String(part ?? '').replace('.', ','))
        .join(';')
    const danish = (await readJson(internal, 'da')).figures.map(numbers)
    expect((await readJson(internal, 'en')).figures.map(numbers).toSorted()).toStrictEqual(danish.toSorted())
    const [heads, ...rows] = await readCsv(internal, 'en')
    const columns = ['id', 'value', 'numerator', 'denominator', 'interval from', 'interval to'].map(
      (title) => heads?.indexOf(title) ?? -1,
    )
    expect(rows.map((row) => columns.map((index) => row[index]).join(';')).toSorted()).toStrictEqual(
      (await readJson(internal, 'en')).figures.map(numbers).toSorted(),
    )
  })

  it('explain every field in both languages, and say nothing of a licence that nobody gave', async () => {
    const { report, dictionary, figures } = await readJson(internal)
    expect(Object.keys(dictionary)).toStrictEqual(Object.keys(figures[0] ?? {}))
    for (const { da, en } of Object.values(dictionary)) expect([da, en]).not.toContain('')
    expect(report).toMatchObject({ licence: null, basis: internal.basis.da, createdOn: '2018-10-01' })
  })

  it('never make a formula of a text', async () => {
    const [, row] = await readCsv(reportOf(share, '=HYPERLINK("x")'))
    expect(row).toContain(`'=HYPERLINK("x") · Andel`)
  })
})
