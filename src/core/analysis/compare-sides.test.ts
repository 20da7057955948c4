import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAnswers, review, smallProgramme } from '../../../test/support/small-programme.ts'
import type { Programme } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import { compareSides, type ComparedSides, type Side } from './compare-sides.ts'
import { comparisonWords } from './comparison-words.ts'

function side(answers: readonly Answer[], of: Partial<Side> & { readonly round?: string } = {}): Side {
  const { round = 'now', level = 2, unit = null } = of
  return { input: { programme: smallProgramme, round, answers }, level, unit }
}

function compared(a: Side, b: Side): ComparedSides {
  const found = compareSides(a, b)
  if (!found.ok) throw new Error(found.problems[0]?.text.en)
  return found.value
}

/** So many cases that say yes to the first question, so many that say no; nothing else differs. */
function cases(name: string, yes: number, no: number, rest: Parameters<typeof review>[2] = {}) {
  return Array.from({ length: yes + no }, (_, at) =>
    review(`${name}-${at}`, [at < yes ? 'yes' : 'no', 'no', 'no', 'yes'], rest),
  ).flat()
}

const first = ({ questions }: ComparedSides) => questions.find(({ question }) => question === 'F-1')

describe('two sides', () => {
  it('that are a round and its baseline come to what the round’s own analysis says of the questions', () => {
    fc.assert(
      fc.property(anyAnswers(['now', 'before'], [1]), (answers) => {
        const analysed = analyse({ programme: smallProgramme, round: 'now', baseline: 'before', answers })
        if (!analysed.ok) throw new Error('refused')
        const found = compared(side(answers), side(answers, { round: 'before' }))
        const whole = analysed.value.questions.filter(({ level, unit }) => level === 2 && unit === null)
        expect(found.questions).toEqual(whole.map(({ annex: _none, ...row }) => row))
        const composites = analysed.value.composites.filter(({ level, unit }) => level === 2 && unit === null)
        for (const row of found.composites) {
          const same = composites.find(({ stage }) => stage === row.stage)
          expect([row.share, row.interval, row.baseline, row.change?.p]).toEqual([
            same?.share,
            same?.interval,
            same?.baseline,
            same?.change?.p,
          ])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('that are two units of one round are told apart, and the other way round the same', () => {
    const answers = [...cases('a', 38, 2, { unit: 'A' }), ...cases('b', 20, 20, { unit: 'B' })]
    const [a, b] = [side(answers, { unit: 'A' }), side(answers, { unit: 'B' })]
    const [there, back] = [compared(a, b), compared(b, a)]
    expect(there.cases).toEqual([40, 40])
    expect(first(there)).toMatchObject({ numerator: 38, denominator: 40, change: { class: 'improved' } })
    expect(first(there)?.baseline).toMatchObject({ numerator: 20, denominator: 40 })
    expect(first(back)?.change?.class).toBe('declined')
    expect(first(back)?.change?.difference).toBeCloseTo(-(first(there)?.change?.difference ?? 0), 12)
    expect(first(back)?.change?.p).toBeCloseTo(first(there)?.change?.p ?? 0, 12)
    expect(comparisonWords(there).da).toContain('1 klart højere i A, 0 klart højere i B')
  })

  it('that reviewed some of the same cases are shown and not judged: they are no independent samples', () => {
    const answers = [...cases('c', 30, 10, { level: 1 }), ...cases('c', 15, 25, { level: 2 })]
    const found = compared(side(answers, { level: 1 }), side(answers, { level: 2 }))
    expect(found.inBoth).toBe(40)
    expect(first(found)).toMatchObject({ numerator: 30, baseline: { numerator: 15 }, change: null })
    expect(found.composites.every(({ change }) => change === null)).toBe(true)
    expect(comparisonWords(found).en).toContain('40 case stages were reviewed on both sides')
  })

  it('with too few answers are shown as counts, and no chance is spoken of', () => {
    const answers = [...cases('a', 5, 3, { unit: 'A' }), ...cases('b', 2, 6, { unit: 'B' })]
    const found = compared(side(answers, { unit: 'A' }), side(answers, { unit: 'B' }))
    expect(first(found)?.change?.class).toBe('too-few')
    expect(comparisonWords(found).da).toContain('ingen har svar nok på begge sider')
  })

  it('of which one is part of the other overlap too', () => {
    const answers = [...cases('a', 30, 10, { unit: 'A' }), ...cases('b', 20, 20, { unit: 'B' })]
    const found = compared(side(answers, { unit: 'A' }), side(answers))
    expect(found).toMatchObject({ inBoth: 40, cases: [40, 80] })
  })
})

describe('two programmes', () => {
  const reworded = (key: string): Programme => ({
    ...smallProgramme,
    key,
    version: 2,
    stages: smallProgramme.stages.map((stage) => ({
      ...stage,
      questions: stage.questions.flatMap((question) => {
        if (question.key === 'S-1') return []
        return [question.key === 'F-2' ? { ...question, text: { da: 'andet', en: 'other' } } : question]
      }),
    })),
  })
  const answers = [...cases('a', 30, 10), ...review('s-1', ['yes', 'no'], { stage: 'second' })]
  const other = cases('b', 20, 20)

  it('are compared on what both ask alike, and it is told what is left out and why', () => {
    const b = side(other)
    const found = compared(side(answers), { ...b, input: { ...b.input, programme: reworded('small') } })
    expect(found.leftOut).toEqual([
      { question: 'F-2', cause: 'wording' },
      { question: 'S-1', cause: 'new' },
    ])
    expect(found.questions.map(({ question }) => question)).not.toContain('F-2')
    // What is left out is in no composite: the reworded question was answered alike by all.
    expect(found.composites.find(({ stage }) => stage === 'first')?.denominator).toBe(
      found.questions
        .filter(({ stage }) => stage === 'first')
        .reduce((sum, { denominator }) => sum + denominator, 0),
    )
  })

  it('of different keys are not alike because one declares a version of its own comparable', () => {
    const declared: Programme = {
      ...smallProgramme,
      stages: smallProgramme.stages.map((stage) => ({
        ...stage,
        questions: stage.questions.map((question) => ({ ...question, comparable: [2] })),
      })),
    }
    const a = side(answers)
    const leftOutAgainst = (key: string) => {
      const b = side(other)
      const found = compared(
        { ...a, input: { ...a.input, programme: declared } },
        { ...b, input: { ...b.input, programme: reworded(key) } },
      )
      return found.leftOut.map(({ question }) => question)
    }
    expect(leftOutAgainst('small')).toEqual(['S-1'])
    expect(leftOutAgainst('another')).toEqual(['F-2', 'S-1'])
  })
})
