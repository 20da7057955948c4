import { describe, expect, it } from 'vitest'
import type { AnswerValue } from '../programme/programme.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'

function signs(answersOf: (at: number, level: number) => readonly AnswerValue[], n = 24) {
  const answers = Array.from({ length: n }, (_, at) =>
    [1, 2].flatMap((level) => review(`c${at}`, answersOf(at, level), { level })),
  ).flat()
  const result = analyse({ programme: smallProgramme, round: 'now', answers })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value.health
}
const even = (at: number): AnswerValue => (at % 2 === 0 ? 'yes' : 'no')

describe('the health of questions', () => {
  it('names a question that two levels answer differently, with how often they agreed', () => {
    const found = signs((at, level) => [level === 1 ? 'yes' : even(at), even(at)])
    expect(found).toMatchObject([
      { question: 'F-1', sign: 'low-agreement', level: 1, otherLevel: 2, count: 12, of: 24 },
    ])
    expect(found[0]?.suggestion.da).toMatch(/^Niveauerne læser spørgsmålet forskelligt/u)
  })

  it('names one that mostly does not apply, and one that nobody fails', () => {
    const found = signs((at) => [at < 14 ? 'na' : even(at), 'no'])
    expect(found.map(({ question, sign, count, of }) => [question, sign, count, of])).toEqual([
      ['F-1', 'often-not-applicable', 14, 24],
      ['F-2', 'no-variation', 24, 24],
    ])
  })

  it('is silent where answers are few', () => {
    expect(signs((at, level) => [level === 1 ? 'yes' : even(at), 'no'], 9)).toEqual([])
  })
})
