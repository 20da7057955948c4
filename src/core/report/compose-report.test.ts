import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleAnalysis, sampleUnits } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { languages } from '../language/language.ts'
import { listUsedFigures } from './assert-report.ts'
import { composeReport } from './compose-report.ts'
import { printReport } from './print-report.ts'
import type { PrintedReport, PrintedSection } from './printed-report.ts'
import type { Report, ReportSection } from './report.ts'

const programme = sampleProgramme(9)
const anySeed = fc.integer({ min: 1, max: 1_000_000 })
const compose = (seed: number, audience: Report['audience']) =>
  composeReport({ analysis: sampleAnalysis(programme, seed), programme, audience })

/** Per cents that name a method or a class and are no result: the interval, the error limits, "held at 100 %". */
const constants = new Set(['95', '100', '10', '5'])

function listTexts(sections: readonly ReportSection[]): readonly string[] {
  return sections.flatMap((section) => [
    section.title.da,
    section.title.en,
    ...section.blocks.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'note'
        ? [block.text.da, block.text.en]
        : block.kind === 'list'
          ? block.items.flatMap(({ da, en }) => [da, en])
          : block.kind === 'dot-chart' || block.kind === 'run-chart'
            ? [block.alternative.da, block.alternative.en]
            : [],
    ),
    ...listTexts(section.sections),
  ])
}

function listPrinted(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  return sections.flatMap((section) => [section, ...listPrinted(section.sections)])
}

function listWords({ title, sections }: PrintedReport): string {
  return JSON.stringify([title, sections])
}

describe('the report', () => {
  it('refers only to figures it has, and prints no percentage that is not a figure', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom('internal', 'public'), (seed, audience) => {
        const report = compose(seed, audience)
        expect(listUsedFigures(report).filter((id) => report.figures[id] === undefined)).toStrictEqual([])
        const literal = listTexts(report.sections).flatMap((text) =>
          [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*%/g)].map(([, number]) => number ?? ''),
        )
        expect(literal.filter((number) => !constants.has(number) && number !== '82')).toStrictEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('has every part in both languages', () => {
    for (const language of languages) {
      const { sections } = printReport(compose(1, 'internal'), language)
      expect(sections.map(({ key }) => key)).toStrictEqual([
        'background',
        'cases',
        'irregularities',
        'trends',
        'stages',
        'themes',
        'levels',
        'units',
        'learning',
        'annex-questions',
        'annex-technical',
      ])
      for (const section of listPrinted(sections)) {
        expect(section.title).not.toBe('')
        expect(section.blocks.length + section.sections.length).toBeGreaterThan(0)
      }
    }
  })

  it('prints the analysis’s own counts for every question', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const analysis = sampleAnalysis(programme, seed)
        const { figures } = composeReport({ analysis, programme, audience: 'internal' })
        for (const result of analysis.questions.filter(({ unit, level }) => unit === null && level === 2)) {
          const figure = figures[`question/${result.stage}/${result.question}/level-2/all/share`]
          if (figure === undefined) continue
          expect([figure.value, figure.numerator, figure.denominator, figure.notApplicable]).toStrictEqual([
            result.share,
            result.numerator,
            result.denominator,
            result.notApplicable,
          ])
        }
      }),
      { numRuns: 10 },
    )
  })

  it('says that a round without an earlier one has nothing to compare with', () => {
    const analysis = sampleAnalysis(programme)
    const alone = {
      ...analysis,
      baselineRound: null,
      questions: analysis.questions.map((one) => ({ ...one, baseline: null, change: null })),
      composites: analysis.composites.map((one) => ({ ...one, baseline: null, change: null })),
    }
    const printed = printReport(composeReport({ analysis: alone, programme, audience: 'internal' }), 'da')
    expect(listWords(printed)).toContain('ingen tidligere runde')
    expect(listWords(printed)).not.toMatch(/fremgang"/)
  })

  it('counts a critical case without calling it compliance', () => {
    const { figures } = compose(1, 'internal')
    const last = programme.stages[0]?.questions.at(-1)?.key
    expect(figures[`question/underretning/${last}/level-2/all/yes`]?.value).toBeTypeOf('number')
    expect(figures[`question/underretning/${last}/level-2/all/share`]).toBeUndefined()
  })
})

describe('the public edition', () => {
  const { smallCell } = programme.settings

  it('names no unit and no single day of a case', () => {
    for (const language of languages) {
      const words = listWords(printReport(compose(1, 'public'), language))
      for (const unit of sampleUnits) expect(words).not.toContain(unit)
      expect(words).not.toContain('9. august 2017')
      expect(words).not.toContain('9 August 2017')
      expect(words).toContain('ugust 2017')
    }
  })

  it('carries no small count about cases, not even in the figures behind the text', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { figures } = compose(seed, 'public')
        const small = (count: number | null) => count !== null && count >= 1 && count < smallCell
        const found = Object.values(figures).filter(
          ({ id, value, format, numerator, denominator, notApplicable }) =>
            !id.startsWith('summary/') &&
            ((format === 'integer' && small(value)) ||
              small(numerator) ||
              small(notApplicable) ||
              (numerator !== null && denominator !== null && small(denominator - numerator))),
        )
        expect(found.map(({ id }) => id)).toStrictEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('withholds the whole row, so that its share, interval and change do not give the count away', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { figures } = compose(seed, 'public')
        for (const [id, figure] of Object.entries(figures)) {
          if (!figure.withheld || !id.endsWith('/compliant')) continue
          const row = id.slice(0, -'compliant'.length)
          for (const name of ['share', 'baseline', 'change', 'applicable', 'not-applicable'])
            expect(figures[row + name]).toMatchObject({ withheld: true, value: null, interval: null })
        }
      }),
      { numRuns: 10 },
    )
  })
})
