import { describe, expect, it } from 'vitest'
import { odd } from '../../../test/support/odd-wordings.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { summaryLines } from './summary.ts'
import { analyse } from '../../core/analysis/analyse.ts'
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { AnswerValue, Programme } from '../../core/programme/programme.ts'
import { composeReport } from '../../core/report/compose-report.ts'
import { printReport } from '../../core/report/print-report.ts'
import type { PrintedSection } from '../../core/report/printed-report.ts'

const programme: Programme = {
  ...smallProgramme,
  levels: smallProgramme.levels.map((level) => ({
    ...level,
    selection: { kind: 'random', strata: ['stage'], quotas: [{ take: 20 }] },
  })),
}

/** Rounds of so few cases that a sentence made for many reads wrong. */
const rounds: readonly (readonly [string, number, (at: number) => AnswerValue])[] = [
  ['one case', 1, () => 'yes'],
  ['two cases', 2, (at) => (at === 0 ? 'yes' : 'no')],
  ['one case with nothing applicable', 1, () => 'na'],
  ['two cases with nothing applicable', 2, () => 'na'],
  ['twelve cases, one of them applicable', 12, (at) => (at === 0 ? 'yes' : 'na')],
  ['twelve cases with nothing applicable', 12, () => 'na'],
  ['twelve cases', 12, (at) => (at % 3 === 0 ? 'no' : 'yes')],
]

function analysed(cases: number, answer: (at: number) => AnswerValue, baseline: boolean): Analysis {
  const answers = (round: string) =>
    Array.from({ length: cases }, (_, at) =>
      [1, 2, 3].flatMap((level) =>
        review(`${round}${at}`, [answer(at), answer(at), 'no', 'na'], { level, round }),
      ),
    ).flat()
  const result = analyse({
    programme,
    round: 'now',
    answers: [...answers('now'), ...answers('before')],
    ...(baseline ? { baseline: 'before' } : {}),
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

describe.each([true, false])('with a baseline: %s', (baseline) => {
  describe.each(rounds)('a round of %s', (_, cases, answer) => {
    const analysis = analysed(cases, answer, baseline)

    it.each(['da', 'en'] as const)('reads as a person would say it, in the report (%s)', (language) => {
      for (const audience of ['internal', 'public'] as const) {
        const report = printReport(composeReport({ analysis, programme, audience }), language)
        expect(report.sections.flatMap(textsOf).flatMap(odd)).toEqual([])
      }
    })

    it.each(['da', 'en'] as const)('and on the command line (%s)', (language) => {
      expect(summaryLines(analysis, language).flatMap(odd)).toEqual([])
    })
  })
})

describe('one case', () => {
  it('has no percentage on the command line', () => {
    const lines = summaryLines(
      analysed(1, () => 'yes', false),
      'en',
    )
    expect(lines).toContain(
      'Level 2: 1 of 2 applicable requirements met in 1 case, too few for a percentage.',
    )
    expect(lines.join('\n')).not.toContain('%')
  })
})

describe('a round where nothing was applicable', () => {
  it('has its line on the command line all the same, and no talk of too few', () => {
    const da = summaryLines(nowhere(), 'da')
    expect(da).toContain('Niveau 2: intet krav var relevant i nogen af de 12 sager.')
    expect(da.join('\n')).toContain(
      'Intet krav var relevant i nogen af de 12 sager, som niveau 3 har gennemgået.',
    )
    expect(da.join('\n')).not.toContain('for få')
  })

  it('says so in the report where the assessment stands', () => {
    const report = printReport(composeReport({ analysis: nowhere(), programme, audience: 'internal' }), 'en')
    const texts = report.sections.flatMap(textsOf)
    expect(texts).toContain('not applicable')
    expect(texts).toContain('Not applicable in all 12 cases')
    expect(texts.join('\n')).toContain('No requirement was applicable in any case')
  })
})

function nowhere(): Analysis {
  const answers = ['now', 'before'].flatMap((round) =>
    Array.from({ length: 12 }, (_, at) =>
      [1, 2, 3].flatMap((level) => review(`${round}${at}`, ['na', 'na', 'na', 'na'], { level, round })),
    ).flat(),
  )
  const result = analyse({ programme, round: 'now', baseline: 'before', answers })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

describe('figures without a draw file', () => {
  const analysis = analysed(12, (at) => (at % 3 === 0 ? 'no' : 'yes'), true)

  it('say beside them what they presuppose, on the command line and in the report', () => {
    const lines = summaryLines(analysis, 'en')
    expect(lines.filter((line) => line.startsWith('No draw file shows'))).toHaveLength(1)
    expect(lines.find((line) => line.startsWith('Level 3 would have found'))).toContain(
      'holds only if each level’s cases were drawn by lot',
    )
    const report = printReport(composeReport({ analysis, programme, audience: 'internal' }), 'en')
    const texts = report.sections.flatMap(textsOf).join('\n')
    expect(texts.match(/No draw file shows how the cases were chosen/gu)?.length).toBe(2)
    expect(texts).toContain('The estimate holds only if')
  })
})

function textsOf({ title, blocks, sections }: PrintedSection): readonly string[] {
  const own = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return [block.text]
      case 'list':
        return block.items
      case 'table':
        return [block.caption, ...block.rows.flatMap((row) => row.map(({ text }) => text))]
      case 'dot-chart':
      case 'run-chart':
        return [block.caption, block.alternative]
      default:
        return block satisfies never
    }
  })
  return [title, ...own, ...sections.flatMap(textsOf)]
}
