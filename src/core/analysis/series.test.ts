import { describe, expect, it } from 'vitest'
import type { Programme, Question } from '../programme/programme.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'
import { listSeriesBreaks } from './series.ts'

function second(change: (question: Question) => Partial<Question>): Programme {
  return {
    ...smallProgramme,
    version: 2,
    stages: smallProgramme.stages.map((stage) => ({
      ...stage,
      questions: stage.questions.map((question) => ({ ...question, ...change(question) })),
    })),
  }
}

const reworded = (key: string, rest: Partial<Question> = {}) =>
  second((question) =>
    question.key === key ? { text: { da: 'Anderledes?', en: 'Otherwise?' }, ...rest } : {},
  )

const answers = ['now', 'before'].flatMap((round) =>
  Array.from({ length: 12 }, (_, at) =>
    review(`${round}${at}`, [at % 2 === 0 ? 'yes' : 'no', 'no'], { round }),
  ).flat(),
)

function rowOf(programme: Programme, key: string) {
  const result = analyse({
    programme,
    baselineProgramme: smallProgramme,
    round: 'now',
    baseline: 'before',
    answers,
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return {
    question: result.value.questions.find((row) => row.question === key && row.unit === null),
    analysis: result.value,
  }
}

describe('a question that the baseline asked in other words', () => {
  it('starts a new series: it is shown without baseline and without change, and out of both composites', () => {
    const { question, analysis } = rowOf(reworded('F-1'), 'F-1')
    expect(question).toMatchObject({ denominator: 12, baseline: null, change: null })
    expect(analysis.series).toMatchObject([{ question: 'F-1', cause: 'wording', declaredComparable: false }])
    const overall = analysis.composites.find((row) => row.stage === null && row.unit === null)
    // Only F-2 is left, which every case met in both rounds.
    expect(overall).toMatchObject({ share: 1, baseline: { share: 1 } })
  })

  it('is compared when the programme declares it comparable with that version', () => {
    const { question, analysis } = rowOf(reworded('F-1', { comparable: [1] }), 'F-1')
    expect(question?.change).not.toBeNull()
    expect(analysis.series).toMatchObject([{ question: 'F-1', declaredComparable: true }])
    expect(listSeriesBreaks(reworded('F-1', { comparable: [3] }), smallProgramme)).toMatchObject([
      { declaredComparable: false },
    ])
  })

  it('cannot be declared comparable when another answer is expected or other cases are asked', () => {
    const turned = second(({ key }) => (key === 'F-1' ? { expected: 'no', comparable: [1] } : {}))
    expect(listSeriesBreaks(turned, smallProgramme)).toMatchObject([
      { cause: 'answer', declaredComparable: false },
    ])
    const always = second(({ key }) =>
      key === 'F-4' ? { askedWhen: { question: 'F-2', answered: ['no'] } } : {},
    )
    expect(listSeriesBreaks(always, smallProgramme)).toMatchObject([{ question: 'F-4', cause: 'answer' }])
  })

  it('is no break when only spaces differ; a question that was not there is one', () => {
    const spaced = second(({ text }) => ({ text: { da: ` ${text.da}  `, en: text.en } }))
    expect(listSeriesBreaks(spaced, smallProgramme)).toEqual([])
    const [stage] = smallProgramme.stages
    if (stage === undefined) throw new Error('the programme has a stage')
    const without = { ...smallProgramme, stages: [{ ...stage, questions: stage.questions.slice(1) }] }
    expect(listSeriesBreaks(smallProgramme, without).map(({ question, cause }) => [question, cause])).toEqual(
      [
        ['F-1', 'new'],
        ['S-1', 'new'],
        ['S-2', 'new'],
      ],
    )
  })

  it('lets answers to a question that is gone stand in the baseline without a say', () => {
    const [stage, other] = smallProgramme.stages
    if (stage === undefined || other === undefined) throw new Error('the programme has two stages')
    const now = {
      ...smallProgramme,
      version: 2,
      stages: [{ ...stage, questions: stage.questions.slice(0, 1) }, other],
    }
    const result = analyse({
      programme: now,
      baselineProgramme: smallProgramme,
      round: 'now',
      baseline: 'before',
      answers: answers.filter(({ round, question }) => round === 'before' || question === 'F-1'),
    })
    expect(result.ok).toBe(true)
  })
})
