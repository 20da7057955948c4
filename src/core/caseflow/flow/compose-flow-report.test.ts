import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../language/language.ts'
import { printReport } from '../../report/print-report.ts'
import type { PrintedReport, PrintedSection } from '../../report/printed-report.ts'
import type { Report } from '../../report/report.ts'
import { monthFiguresFixture, monthFixture, weekFiguresFixture, weekFixture } from './compose-fixture.ts'
import { composeMonthReport } from './compose-month-report.ts'
import { composeWeekReport } from './compose-week-report.ts'

const frame = {
  municipality: 'Prøve Kommune',
  notice: null,
  rules: [{ da: 'Barnets lov (2)', en: 'The Children’s Act (2)' }],
  toJudge: 0,
  counted: [{ da: 'Modtaget: {Underretning}.', en: 'Received: {Notification}.' }],
}

function wordsOf({ title, blocks, sections }: PrintedSection): readonly string[] {
  const own = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return [block.text]
      case 'list':
        return block.items
      case 'table':
        return [
          block.caption,
          ...block.columns.map((column) => column.title),
          ...block.rows.map((row) => row.map(({ text }) => text).join(' | ')),
        ]
      case 'dot-chart':
      case 'run-chart':
        return [block.caption, block.alternative]
      default:
        return block satisfies never
    }
  })
  return [title, ...own, ...sections.flatMap(wordsOf)]
}

const allWords = (printed: PrintedReport) =>
  [printed.title, printed.subtitle, ...printed.sections.flatMap(wordsOf)].join('\n')
const inDanish = (report: Report) => allWords(printReport(report, 'da'))
const tables = (report: Report) =>
  printReport(report, 'da').sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))

describe('the weekly report as a document', () => {
  test('has the number undecided beside the share that became assessments, week by week', () => {
    const table = tables(composeWeekReport(weekFixture(), frame)).find(
      (block) => block.kind === 'table' && block.caption.startsWith('Modtaget, uge for uge'),
    )
    if (table?.kind !== 'table') throw new Error('no such table')
    const at = table.columns.findIndex(({ title }) => title === 'Ikke afgjort endnu')
    expect(table.columns[at - 1]?.title).toMatch(/undersøgelse/)
    expect(table.rows.map((row) => row[at]?.text)).toEqual(table.rows.map((_, week) => String(week)))
  })

  test('says the week in a few lines first, with the same numbers as its tables', () => {
    const words = inDanish(composeWeekReport(weekFixture(), frame))
    expect(words).toContain('Ugerapport, uge 47, 2026')
    expect(words).toContain('Hele kommunen · 16.–22. november 2026')
    expect(words).toContain('31 nye underretninger: 10 på nye sager og 21 på kendte.')
    expect(words).toContain('På kendte sager | 21')
    expect(words).toContain(
      'Underretning vurderes for akut behov (24 timer): 31 i tide, 5 for sent, 1 ikke gjort, selv om fristen er overskredet, 2 har tid endnu, og for 1 kan det ikke ses af datoerne.',
    )
    expect(words).toContain(
      'Ved ugens slutning var 31 sager over fristen; i 65 andre udløb den næste frist inden for en uge.',
    )
  })

  test('shows undecided notifications, bounds of the share, and never a percentage of fewer than ten', () => {
    expect(inDanish(composeWeekReport(weekFixture(), frame))).toContain(
      'Af de 22, der er afgjort, blev 15 til en undersøgelse eller del af en (68\u00A0%). Når de sidste er afgjort, ender andelen mellem 40\u00A0% og 70\u00A0%.',
    )
    const few = weekFiguresFixture(6)
    const words = inDanish(composeWeekReport(weekFixture({ figures: few, municipality: few }), frame))
    expect(words).toContain('Andel i tide, af dem hvis frist er udløbet | 6 af 8')
  })

  test('counts the open ones in the median and says so beside the mean of those finished', () => {
    const words = inDanish(composeWeekReport(weekFixture(), frame))
    expect(words).toContain('Undersøgelse åbnet til afsluttet | 930 | 620 | 310 | 102,0 | 97–? | 84,2')
    expect(words).toContain('de åbne er talt med')
    expect(words).toContain('2 begyndt før 24. november 2025 er stadig åbne og er ikke med i tabellen')
    expect(words).toContain('Undersøgelse åbnet til afsluttet | 0\u00A0% | 0\u00A0% | 0\u00A0% | 13\u00A0%')
  })

  test('says when figures are still being worked out', () => {
    expect(inDanish(composeWeekReport(weekFixture(), { ...frame, toJudge: 1 }))).toContain(
      '1 sag er ved at blive gjort op på ny.',
    )
    expect(inDanish(composeWeekReport(weekFixture(), frame))).not.toContain('gjort op på ny')
  })

  test('says what the rules count as what', () => {
    const words = inDanish(composeWeekReport(weekFixture(), frame))
    expect(words).toContain('Modtaget: {Underretning}.')
  })

  test('says of a week that is not over from when its numbers are', () => {
    const report = weekFixture({ isOver: false, asOf: '2026-11-20T10:00:00.000Z' })
    expect(inDanish(composeWeekReport(report, frame))).toContain(
      'Ugen er ikke slut. Tallene er fra 20. november 2026 kl. 11.00 og vil vokse.',
    )
    expect(inDanish(composeWeekReport(weekFixture(), frame))).not.toContain('Ugen er ikke slut')
  })

  test('says of a time before the first events that its numbers do not tell what happened', () => {
    const before = weekFixture({ knownFrom: '2026-11-30' })
    expect(inDanish(composeWeekReport(before, frame))).toContain(
      'Sagernes hændelser kendes først fra 30. november 2026. Tallene her siger derfor ikke, hvad der skete.',
    )
    const partly = monthFixture({ knownFrom: '2026-10-12' })
    expect(inDanish(composeMonthReport(partly, frame))).toContain(
      'Sagernes hændelser kendes først fra 12. oktober 2026. Tallene her er derfor kun af en del af tiden.',
    )
    expect(inDanish(composeWeekReport(weekFixture({ knownFrom: '2026-11-16' }), frame))).not.toContain(
      'kendes først',
    )
  })

  test('puts the municipality beside a unit, and the units by name with their sum, ranked by nothing', () => {
    const unit = { id: 'n', name: 'Center Nord' }
    const own = inDanish(composeWeekReport(weekFixture({ unit, figures: weekFiguresFixture(12) }), frame))
    expect(own).toContain('Center Nord · 16.–22. november 2026')
    expect(own).toContain('I alt | 12 | 31')
    expect(own).not.toContain('Enhed for enhed')
    const whole = inDanish(composeWeekReport(weekFixture(), frame))
    expect(whole).toMatch(
      /Center Nord \| 12 .*\nCenter Syd \| 18 .*\nUden enhed \| 1 .*\nHele kommunen \| 31/,
    )
  })

  test('tells which charts move more than chance makes them, and judges none of too few points', () => {
    const words = inDanish(composeWeekReport(weekFixture(), frame))
    expect(words).toContain('Nye underretninger: niveauet har flyttet sig: 11 uger i træk')
    const few = { state: 'too-few', points: 5, needed: 12 } as const
    const series = weekFixture().series.map((one) => ({ ...one, verdict: few }))
    const said = inDanish(composeWeekReport(weekFixture({ series }), frame))
    expect(said).toContain('Der er endnu for få uger til at sige, om noget har ændret sig.')
    expect(said).toContain('(5 af mindst 12)')
  })
})

describe('the monthly report as a document', () => {
  test('lists measures by type with their sum, and placements with their plans', () => {
    const words = inDanish(composeMonthReport(monthFixture(), frame))
    expect(words).toContain('Månedsrapport, oktober 2026')
    expect(words).toContain('Fast kontaktperson | 24 | 1 | 48')
    expect(words).toContain('Uden type | 0 | 22 | 24')
    expect(words).toContain('I alt | 24 | 23 | 72')
    expect(words).toContain('Ingen plan, og fristen er overskredet | 1')
    expect(words).toContain('1 ophør i måneden har ingen begyndelse i dataene')
    expect(words).toContain('Opfølgninger, der skulle holdes i måneden: 24 i tide, 3 for sent')
  })

  test('says in words that no placement is without its plan past the time', () => {
    const plans = { made: 23, awaited: 1, overdue: 0, none: 0 }
    const figures = { ...monthFiguresFixture(24), plans }
    const words = inDanish(composeMonthReport(monthFixture({ figures, municipality: figures }), frame))
    expect(words).toContain('Ingen mangler en plan, hvis frist er overskredet.')
    expect(inDanish(composeMonthReport(monthFixture(), frame))).toContain(
      '1 mangler en plan, hvis frist er overskredet.',
    )
  })

  test('leaves out what the rules do not name', () => {
    const figures = { ...monthFiguresFixture(5), followUps: null, visits: null }
    const words = inDanish(
      composeMonthReport(
        monthFixture({ figures, municipality: figures, isDefined: false, series: [] }),
        frame,
      ),
    )
    expect(words).not.toContain('Tilsynsbesøg\n')
    expect(words).toContain('Reglerne siger ikke, hvilke hændelser rapporten skal tælle')
    const named = { measures: true, placements: false }
    const series = monthFixture().series.filter(({ key }) => key.startsWith('measures-'))
    const some = inDanish(
      composeMonthReport(monthFixture({ figures, municipality: figures, named, series }), frame),
    )
    expect(some).toContain('Foranstaltninger efter type')
    expect(some).toContain('Enhed\nForanstaltninger\nbegyndt\nophørt\n')
    expect(some).not.toMatch(/anbringelse|opfølgning|tilsynsbesøg/iu)
  })
})

test('whatever units and types are called, each keeps its own numbers and no text is lost', () => {
  const name = fc.string({
    unit: fc.constantFrom('{', '}', ' ', '_', '/', '%', '7', 'D', '*', '-', '\n'),
    maxLength: 5,
  })
  fc.assert(
    fc.property(name, name, (one, other) => {
      fc.pre(one !== other)
      const week = weekFixture({
        units: [one, other].map((id, at) => ({
          unit: { id, name: id },
          figures: weekFiguresFixture(at + 1),
        })),
      })
      const figures = {
        ...monthFiguresFixture(9),
        byType: [one, other].map((type, at) => ({ type, running: at + 3, started: at, ended: 0 })),
      }
      const month = monthFixture({ figures, municipality: figures })
      for (const report of [composeWeekReport(week, frame), composeMonthReport(month, frame)])
        for (const language of languages) {
          const said = tables(report)
          expect(said.length).toBeGreaterThan(5)
          expect(() => printReport(report, language)).not.toThrow()
        }
    }),
    { numRuns: 40 },
  )
})

test.each(languages)('every number in %s stands in a figure that says how to find it', (language) => {
  for (const report of [composeWeekReport(weekFixture(), frame), composeMonthReport(monthFixture(), frame)]) {
    for (const { query } of Object.values(report.figures)) expect(query).toMatch(/^(weeks|months|curves)\[/)
    expect(
      allWords(printReport(report, language)).replaceAll(/\{(Underretning|Notification)\}/g, ''),
    ).not.toMatch(/[{}]|undefined|NaN|null/)
  }
})
