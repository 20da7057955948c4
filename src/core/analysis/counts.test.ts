import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import type { AnswerValue } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'

const programme = {
  ...smallProgramme,
  levels: smallProgramme.levels.map((level) => ({
    ...level,
    selection: { kind: 'random' as const, strata: ['stage' as const], quotas: [{ take: 20 }] },
  })),
}

function analysed(answers: readonly Answer[], baseline?: string): Analysis {
  const result = analyse({
    programme,
    round: 'now',
    answers,
    ...(baseline === undefined ? {} : { baseline }),
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

/** `cases` files that every level answers the same way unless `at` says otherwise. */
const seenByAll = (
  cases: number,
  answersOf: (at: number, level: number) => readonly AnswerValue[],
  round = 'now',
) =>
  Array.from({ length: cases }, (_, at) =>
    [1, 2, 3].flatMap((level) => review(`c${at}`, answersOf(at, level), { level, round })),
  ).flat()

const estimateOf = (analysis: Analysis, stage: string | null, question: string | null = null) =>
  analysis.cascade.find(({ scope }) => scope.stage === stage && scope.question === question)

describe('answers that are all "not applicable"', () => {
  const nowhere = analysed(seenByAll(12, () => ['na', 'na', 'na', 'na']))

  it('are not told of as too few: the estimate says that nothing was applicable, and in how many cases', () => {
    expect(estimateOf(nowhere, null)).toMatchObject({
      refusal: 'nothing-applicable',
      reason: {
        da: 'Intet krav var relevant i nogen af de 12 sager, som niveau 3 har gennemgået.',
        en: 'No requirement was applicable in any of the 12 cases that level 3 reviewed.',
      },
    })
    expect(estimateOf(nowhere, 'first', 'F-1')).toMatchObject({
      refusal: 'nothing-applicable',
      reason: { en: 'Not applicable in all 12 cases that level 3 reviewed.' },
    })
  })

  it('read as one case where there is one', () => {
    const one = analysed(seenByAll(1, () => ['na', 'na', 'na', 'na']))
    expect(estimateOf(one, 'first', 'F-1')?.reason?.da).toBe(
      'Ikke relevant i den ene sag, som niveau 3 har gennemgået.',
    )
  })

  it('stay too few where somebody did find the question applicable', () => {
    const mixed = analysed(seenByAll(12, (at) => [at === 0 ? 'yes' : 'na', 'na', 'na', 'na']))
    expect(estimateOf(mixed, 'first', 'F-1')?.refusal).toBe('too-few-expert-reviews')
  })

  it('are no contradiction between the rounds, and are counted apart from what is', () => {
    const both = analysed(
      [
        ...seenByAll(12, () => ['na', 'no', 'no', 'na']),
        ...seenByAll(12, () => ['na', 'no', 'no', 'na'], 'before'),
      ],
      'before',
    )
    const found = both.contradictions.find(({ code }) => code === 'baseline-incomplete')
    expect(found?.detail.en).toBe(
      'All stages, level 2: 2 questions of the baseline could not be compared, 1 of them because it was not applicable in any case (F-1, S-1).',
    )
  })
})

describe('what a figure was made of', () => {
  // Level 3 finds the first question not applicable in case 0 and not met in case 1; level 2 not applicable in case 2.
  const analysis = analysed(
    seenByAll(12, (at, level) => [
      (level === 3 && at === 0) || (level === 2 && at === 2) || at === 3
        ? 'na'
        : level === 3 && at === 1
          ? 'no'
          : 'yes',
    ]),
  )

  it('stands beside agreement: who found how many answers not applicable', () => {
    const row = analysis.agreement.find(({ pair, question }) => pair.join() === '2,3' && question === 'F-1')
    expect(row).toMatchObject({
      n: 9,
      same: 8,
      notApplicable: 3,
      applicability: { n: 12, same: 10, bothNotApplicable: 1, lowerNotApplicable: 1, higherNotApplicable: 1 },
    })
  })

  it('stands beside the levels’ counts on common cases', () => {
    const row = analysis.levelComparisons.find(({ question, unit }) => question === 'F-1' && unit === null)
    expect(row).toMatchObject({ n: 9, notApplicable: 3 })
    expect(row?.compliant).toEqual([
      { level: 1, count: 9, notApplicable: 1 },
      { level: 2, count: 9, notApplicable: 2 },
      { level: 3, count: 8, notApplicable: 2 },
    ])
  })

  it('stands beside the estimate: every level’s answers, and what the comparison level found by itself', () => {
    expect(estimateOf(analysis, 'first')).toMatchObject({
      levels: [
        { level: 1, cases: 12, numerator: 11, denominator: 11, notApplicable: 1 },
        { level: 2, cases: 12, numerator: 10, denominator: 10, notApplicable: 2 },
        { level: 3, cases: 12, numerator: 9, denominator: 10, notApplicable: 2 },
      ],
      plain: { level: 2, cases: 10, numerator: 10, denominator: 10, notApplicable: 2, estimate: 1 },
    })
  })

  it('stands beside a composite as raw answers too, since its share is a mean over cases', () => {
    const unequal = analysed([
      ...review('a', ['yes', 'no', 'na', 'na'], { level: 2 }),
      ...review('b', ['no', 'na', 'na', 'na'], { level: 2 }),
    ])
    const row = unequal.composites.find(({ stage, unit }) => stage === 'first' && unit === null)
    expect(row).toMatchObject({ yes: 1, no: 2, numerator: 2, denominator: 3, cases: 2, share: 0.5 })
  })

  it('stands beside a change on the expert’s scale, of both rounds', () => {
    const twice = analysed(
      [
        ...seenByAll(12, (at) => [at < 6 ? 'yes' : 'no']),
        ...seenByAll(12, (at) => [at < 3 ? 'yes' : at < 10 ? 'no' : 'na'], 'before'),
      ],
      'before',
    )
    expect(twice.drift.find(({ stage }) => stage === null)).toMatchObject({
      now: { numerator: 6, denominator: 12, notApplicable: 0 },
      baseline: { numerator: 3, denominator: 10, notApplicable: 2 },
      plainCounts: { now: { denominator: 12 }, baseline: { denominator: 10 } },
    })
  })
})
