import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { anyAnswers, review, smallProgramme } from '../../../test/support/small-programme.ts'

function analysed(answers: readonly Answer[], baseline?: string): Analysis {
  const result = analyse({
    programme: smallProgramme,
    round: 'now',
    answers,
    ...(baseline === undefined ? {} : { baseline }),
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

function question(analysis: Analysis, key: string, unit: string | null = null, level = 2) {
  const row = analysis.questions.find(
    (row) => row.question === key && row.unit === unit && row.level === level,
  )
  if (row === undefined) throw new Error(`no ${key}`)
  return row
}

const times = (n: number, make: (at: number) => readonly Answer[]) =>
  Array.from({ length: n }, (_, at) => make(at)).flat()

describe('analyse', () => {
  it('gives the same analysis whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        anyAnswers(['now', 'before']).chain((answers) =>
          fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
        ),
        ([answers, shuffled]) => {
          expect(analysed(shuffled, 'before')).toStrictEqual(analysed(answers, 'before'))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('adds up: each total is the sum of its units, and each level counts every answer once', () => {
    fc.assert(
      fc.property(anyAnswers(['now']), (answers) => {
        const analysis = analysed(answers)
        for (const total of analysis.questions.filter((row) => row.unit === null)) {
          const units = analysis.questions.filter(
            (row) => row.unit !== null && row.question === total.question && row.level === total.level,
          )
          const counts = (row: { yes: number; no: number; notApplicable: number; numerator: number }) => [
            row.yes,
            row.no,
            row.notApplicable,
            row.numerator,
          ]
          const sums = units
            .map(counts)
            .reduce((a, b) => a.map((value, at) => value + (b[at] ?? 0)), [0, 0, 0, 0])
          expect(counts(total)).toStrictEqual(sums)
        }
        expect(analysis.levels.reduce((sum, level) => sum + level.answers, 0)).toBe(answers.length)
      }),
      { numRuns: 40 },
    )
  })

  it('never counts "not applicable" as a no: further such answers move no share', () => {
    fc.assert(
      fc.property(anyAnswers(['now'], [1]), (answers) => {
        const more = times(7, (at) => review(`more-${at}`, ['na', 'na', 'na', 'na']))
        const [plain, padded] = [analysed(answers), analysed([...answers, ...more])]
        for (const row of plain.questions) {
          const same = question(padded, row.question, row.unit, row.level)
          expect([same.share, same.interval, same.denominator]).toStrictEqual([
            row.share,
            row.interval,
            row.denominator,
          ])
        }
        for (const row of plain.composites) {
          const same = padded.composites.find(
            (other) => other.stage === row.stage && other.unit === row.unit && other.level === row.level,
          )
          expect(same?.share).toBe(row.share)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('reads compliance from the expected answer, and none from the alarm of a critical case', () => {
    const analysis = analysed([...review('1', ['yes', 'no', 'yes']), ...review('2', ['no', 'no', 'no'])])
    expect(question(analysis, 'F-2')).toMatchObject({ yes: 0, no: 2, numerator: 2, share: 1 })
    expect(question(analysis, 'F-3')).toMatchObject({
      yes: 1,
      no: 1,
      denominator: 0,
      share: null,
      change: null,
    })
    expect(analysis.composites.find((row) => row.stage === 'first' && row.unit === null)?.share).toBe(0.75)
  })

  it('weights by the inverse inclusion probability and narrows the interval by the sampled share', () => {
    const heavy = review('1', ['yes'], { weight: 3 })
    const light = review('2', ['no'], { weight: 1 })
    const weighted = question(analysed([...heavy, ...light]), 'F-1')
    expect(weighted).toMatchObject({ share: 0.75, numerator: 1, denominator: 2 })
    const width = (weight: number) => {
      const answers = times(20, (at) => review(`${at}`, [at % 2 === 0 ? 'yes' : 'no'], { weight }))
      const [lower, upper] = question(analysed(answers), 'F-1').interval ?? [0, 0]
      return upper - lower
    }
    expect(width(2)).toBeLessThan(width(1))
    expect(width(1000)).toBeCloseTo(width(1), 3)
  })

  it('says "too few" below ten on a side, and shows the difference all the same', () => {
    const now = times(9, (at) => review(`n${at}`, ['yes']))
    const before = times(30, (at) => review(`b${at}`, ['no'], { round: 'before' }))
    expect(question(analysed([...now, ...before], 'before'), 'F-1').change).toMatchObject({
      difference: 1,
      p: null,
      q: null,
      class: 'too-few',
      classicalClass: 'progress',
    })
  })

  it('calls a fall from 13 of 18 to 8 of 18 no clear change, as Barnard gives p = .11', () => {
    const now = times(18, (at) => review(`n${at}`, [at < 8 ? 'yes' : 'no']))
    const before = times(18, (at) => review(`b${at}`, [at < 13 ? 'yes' : 'no'], { round: 'before' }))
    const { change } = question(analysed([...now, ...before], 'before'), 'F-1')
    expect(change).toMatchObject({ method: 'barnard', class: 'no-clear-change', classicalClass: 'decline' })
    expect(change?.p).toBeCloseTo(0.1086, 4)
  })

  it('uses the mid-p test where a side has more than a hundred', () => {
    const now = times(101, (at) => review(`n${at}`, [at < 90 ? 'yes' : 'no']))
    const before = times(20, (at) => review(`b${at}`, [at < 10 ? 'yes' : 'no'], { round: 'before' }))
    expect(question(analysed([...now, ...before], 'before'), 'F-1').change).toMatchObject({
      method: 'fisher-mid-p',
      class: 'improved',
    })
  })

  it('corrects for many questions over the baseline set only; others can at most be a signal', () => {
    const answers = (round: string, yes: number) =>
      times(40, (at) => {
        const answer = at < yes ? 'yes' : 'no'
        return review(`${round}${at}`, [answer, 'no', 'no', answer], { round })
      })
    const analysis = analysed([...answers('now', 36), ...answers('before', 18)], 'before')
    expect(question(analysis, 'F-1').change).toMatchObject({ class: 'improved' })
    expect(question(analysis, 'F-4').change).toMatchObject({ q: null, class: 'signal-up' })
    expect(question(analysis, 'F-2').change).toMatchObject({
      class: 'all-compliant-both',
      classicalClass: 'held-at-100',
    })
    expect(analysis.summary).toMatchObject({ compared: 2, tested: 2, standingOut: 1 })
  })

  it('compares levels on the cases that all of them saw and found applicable', () => {
    const at = (level: number, caseId: string, answer: 'yes' | 'no' | 'na') =>
      review(caseId, [answer], { level })
    const { levelComparisons, agreement } = analysed([
      ...at(1, '1', 'yes'),
      ...at(2, '1', 'yes'),
      ...at(3, '1', 'no'),
      ...at(1, '2', 'yes'),
      ...at(2, '2', 'na'),
      ...at(3, '2', 'yes'),
      ...at(1, '3', 'yes'),
      ...at(2, '3', 'no'),
    ])
    expect(levelComparisons.find((row) => row.question === 'F-1' && row.unit === null)).toMatchObject({
      n: 1,
      compliant: [
        { level: 1, count: 1 },
        { level: 2, count: 1 },
        { level: 3, count: 0 },
      ],
    })
    const pair = agreement.find((row) => row.question === 'F-1' && row.pair[0] === 1 && row.pair[1] === 2)
    expect(pair).toMatchObject({
      cases: 3,
      applicability: { n: 3, same: 2 },
      n: 2,
      same: 1,
      higherStricter: 1,
      lowerStricter: 0,
      mcnemarMidP: expect.closeTo(0.5, 12) as number,
    })
  })

  it('refuses a round or a baseline without answers, and says which rounds there are', () => {
    const answers = review('1', ['yes'])
    const problems = (round: string, baseline?: string) => {
      const result = analyse({
        programme: smallProgramme,
        round,
        answers,
        ...(baseline === undefined ? {} : { baseline }),
      })
      return result.ok ? [] : result.problems.map(({ code, text }) => `${code}: ${text.en}`)
    }
    expect(problems('now')).toStrictEqual([])
    expect(problems('other')).toStrictEqual([
      'round-without-answers: Round other has no answers in the files. They contain: now.',
    ])
    expect(problems('now', 'before')[0]).toMatch(/^baseline-without-answers: .*They contain: now\./u)
    expect(problems('now', 'now')[0]).toMatch(/^baseline-is-the-round/u)
  })
})
