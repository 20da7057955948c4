import { describe, expect, test } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { smallProgramme } from '../../../test/support/small-programme.ts'
import { compareReports } from './compare-reports.ts'
import { composeReport } from './compose-report.ts'
import { editReport, isHindrance, listStatements, noEdits } from './edit-report.ts'
import { printFigure } from './print-figure.ts'
import { printReport } from './print-report.ts'
import type { PrintedSection } from './printed-report.ts'

const analysis = sampleAnalysis(smallProgramme)
const report = composeReport({ analysis, programme: smallProgramme, audience: 'internal' })
const percent = Object.values(report.figures).find(
  (figure) => figure.format === 'percent' && /^\d+.%$/u.test(printFigure(figure, 'da')),
)
if (percent === undefined) throw new Error('the sample has no percentage')
const section = report.sections.find(
  ({ key }) => editReport(report, passage(key, 'x')).problems.length === 0 && key === 'trends',
)
if (section === undefined) throw new Error('the sample has no such section')

function passage(key: string, da: string, en = da) {
  return { ...noEdits, passages: [{ section: key, da, en }] }
}

const words = (sections: readonly PrintedSection[]): string =>
  sections
    .map(
      ({ blocks, sections: children }) =>
        blocks
          .map((block) =>
            block.kind === 'paragraph' ? block.text : block.kind === 'list' ? block.items.join('\n') : '',
          )
          .join('\n') + words(children),
    )
    .join('\n')

describe('what people write in a report', () => {
  test('prints a figure it refers to as the tables do, in each language', () => {
    const edited = editReport(report, passage('trends', `Vi nåede {${percent.id}}.`))
    expect(edited.problems).toEqual([])
    for (const language of ['da', 'en'] as const)
      expect(words(printReport(edited.report, language).sections)).toContain(
        `Vi nåede ${printFigure(percent, language)}.`,
      )
  })

  test('is told from what the program writes', () => {
    const [statement] = listStatements(report).filter(({ section: key }) => key === 'trends')
    if (statement === undefined) throw new Error('the section says nothing')
    const rewordings = [{ section: 'trends', was: statement.text.da, da: 'Det gik bedre', en: '' }]
    const { report: edited } = editReport(report, { ...passage('trends', 'Vi mener'), rewordings })
    const printed = words(printReport(edited, 'da').sections)
    expect(printed).toContain('Forvaltningens bemærkning: Vi mener')
    expect(printed).toContain('Det gik bedre [omskrevet]')
    expect(listStatements(edited).map(({ text }) => text.da)).not.toContain(statement.text.da)
  })

  test('cannot refer to a figure that the report does not have', () => {
    const { problems } = editReport(report, passage('trends', 'Vi nåede {share/of/nothing}.'))
    expect(problems).toHaveLength(2)
    expect(problems.every(isHindrance)).toBe(true)
  })

  test('is warned of a percentage that no figure of the section says', () => {
    const { problems } = editReport(report, passage('trends', 'Vi nåede 12,3 procent.', 'We reached more.'))
    expect(problems).toEqual([
      expect.objectContaining({ language: 'da', warning: { kind: 'contradicts', percent: '12,3' } }),
    ])
    expect(problems.some(isHindrance)).toBe(false)
  })

  test('names the figures that would say a typed percentage and follow it', () => {
    const place = report.sections.find(
      (each) =>
        editReport(report, passage(each.key, 'x')) && JSON.stringify(each).includes(`"${percent.id}"`),
    )
    if (place === undefined) throw new Error('the figure stands nowhere')
    const typed = `Vi nåede ${printFigure(percent, 'da')}.`
    const { problems } = editReport(report, passage(place.key, typed, ''))
    expect(problems).toEqual([
      expect.objectContaining({
        warning: expect.objectContaining({ kind: 'typed', figures: expect.arrayContaining([percent.id]) }),
      }),
    ])
  })

  test('loses no text to a statement that numbers have changed since', () => {
    const rewordings = [{ section: 'trends', was: 'Det sagde den aldrig', da: 'Noget andet', en: '' }]
    const { problems } = editReport(report, { ...noEdits, rewordings })
    expect(problems).toEqual([{ kind: 'statement-gone', at: 0, section: 'trends' }])
  })
})

describe('a part left out', () => {
  test('takes the figures that only stood there with it', () => {
    const { report: edited, problems } = editReport(report, { ...noEdits, leftOut: ['annex-questions'] })
    expect(problems).toEqual([])
    expect(edited.sections.map(({ key }) => key)).not.toContain('annex-questions')
    expect(Object.keys(edited.figures).length).toBeLessThan(Object.keys(report.figures).length)
    expect(() => printReport(edited, 'da')).not.toThrow('unknown figure')
  })

  test('is never what went otherwise, how cases were chosen or how numbers were made', () => {
    for (const key of ['irregularities', 'background', 'annex-technical']) {
      const { report: edited, problems } = editReport(report, { ...noEdits, leftOut: [key] })
      expect(problems).toContainEqual({ kind: 'needed-section', section: key })
      expect(edited.sections.map((each) => each.key)).toContain(key)
    }
  })
})

test('two reports differ by the figures that other answers changed, and say so', () => {
  const other = composeReport({
    analysis: sampleAnalysis(smallProgramme, 2),
    programme: smallProgramme,
    audience: 'internal',
  })
  expect(compareReports(report, report)).toEqual([])
  const changes = compareReports(report, other)
  expect(changes.filter(({ why }) => why === 'answers').length).toBeGreaterThan(0)
  for (const { before, after } of changes) expect(before).not.toEqual(after)
})
