import { describe, expect, it } from 'vitest'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'

const full = ['yes', 'no', 'no', 'na'] as const

function found(answers: readonly Answer[], frame?: readonly CaseStage[]) {
  const result = analyse({
    programme: smallProgramme,
    round: 'now',
    answers,
    ...(frame === undefined ? {} : { frame }),
  })
  return result.ok ? result.value : undefined
}

const caseStage = (caseId: string, started: string, completed: string, unit = 'A'): CaseStage => ({
  caseId,
  stage: 'first',
  unit,
  caseworker: 'a',
  started,
  completed,
  attributes: {},
})

describe('the contradictions of a round', () => {
  it('are none in sound answers', () => {
    const answers = [...review('1', full, { level: 1 }), ...review('1', full)]
    expect(found(answers, [caseStage('1', '2018-01-01', '2018-01-31')])?.contradictions).toStrictEqual([])
  })

  it('name cases whose end lies before their start, that are in no frame, or in another unit there', () => {
    const answers = ['1', '2', '3'].flatMap((caseId) => review(caseId, full))
    const frame = [
      caseStage('1', '2018-02-01', '2018-01-01'),
      caseStage('3', '2018-01-01', '2018-02-01', 'B'),
    ]
    expect(found(answers, frame)?.contradictions.map(({ code, detail }) => [code, detail.en])).toStrictEqual([
      ['not-in-frame', 'First, level 2: 1 case was reviewed but is not among the finished case stages (2).'],
      [
        'unit-differs',
        'First, level 2: 1 case has another unit in the answers than among the finished case stages (3).',
      ],
      ['end-before-start', 'First, level 2: 1 case ends before the stage starts (1).'],
    ])
  })

  it('name cases of a level that the level below did not review', () => {
    const answers = [...review('1', full, { level: 1 }), ...review('1', full), ...review('2', full)]
    expect(found(answers)?.contradictions).toMatchObject([{ code: 'not-in-level-below', level: 2, count: 1 }])
  })

  it('count reviews with missing answers, but not a question whose condition did not hold', () => {
    expect(found(review('1', ['yes', 'no', 'no']))?.contradictions).toStrictEqual([])
    expect(found(review('1', ['no', 'no', 'no']))?.contradictions).toMatchObject([
      { code: 'answers-missing', count: 1 },
    ])
    expect(found(review('1', ['yes', 'no', 'no', 'no']))?.contradictions).toMatchObject([
      {
        code: 'answered-though-not-asked',
        count: 1,
        detail: {
          en: 'First, level 2: 1 case has an answer to a question that was not to be asked (1: F-4).',
        },
      },
    ])
  })

  it('count baseline questions that could not be compared', () => {
    const answers = [...review('1', full), ...review('2', ['yes'], { round: 'before' })]
    const result = analyse({ programme: smallProgramme, round: 'now', baseline: 'before', answers })
    expect(result.ok && result.value.contradictions).toMatchObject([
      { code: 'baseline-incomplete', count: 2 },
    ])
  })
})

describe('the table of cases', () => {
  it('gives number, mean days, earliest start and latest end of the cases of the comparison level', () => {
    const answers = [
      ...review('1', full),
      ...review('2', full, { unit: 'B' }),
      ...review('3', full, { level: 1 }),
    ]
    const frame = [
      caseStage('1', '2018-01-01', '2018-01-11'),
      caseStage('2', '2018-01-05', '2018-01-30', 'B'),
      caseStage('3', '2017-01-01', '2019-01-01'),
    ]
    const rows = found(answers, frame)?.stages ?? []
    const total = { n: 2, meanDays: 17.5, earliestStart: '2018-01-01', latestEnd: '2018-01-30' }
    expect(rows.filter(({ unit }) => unit === null)).toStrictEqual([
      { stage: 'first', level: 2, unit: null, ...total },
      { stage: null, level: 2, unit: null, ...total },
    ])
    expect(rows.find(({ unit, stage }) => unit === 'B' && stage === 'first')).toMatchObject({
      n: 1,
      meanDays: 25,
    })
  })

  it('knows the number without a frame, and no dates', () => {
    expect(found(review('1', full))?.stages[0]).toMatchObject({ n: 1, meanDays: null, earliestStart: null })
  })
})
