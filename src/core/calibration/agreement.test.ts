import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Question, Stage } from '../programme/programme.ts'
import { byDisagreement, chanceCorrected, questionAgreement, sumPairs } from './agreement.ts'
import { levelInCalibration, voicesOf, type Voice } from './voice.ts'

const text = { da: 'Er barnet hørt?', en: 'Was the child heard?' }

function question(key: string, more: Partial<Question> = {}): Question {
  return {
    key,
    number: key,
    section: 1,
    text,
    legal: [],
    legalConfidence: 'memory',
    answerType: 'yes-no',
    expected: 'yes',
    baseline: false,
    escalates: false,
    ...more,
  }
}

function voices(...said: readonly (readonly [level: number, given: string] | null)[]): (Voice | null)[] {
  return said.map((each) => (each === null ? null : { level: each[0], given: each[1] }))
}

describe('agreement on a question', () => {
  it('is the share of pairs of people who gave the same answer', () => {
    const { answered, pairs, agreeing } = questionAgreement(
      question('1'),
      voices([1, 'yes'], [1, 'yes'], [2, 'yes'], [4, 'no'], null),
    )
    expect({ answered, pairs, agreeing }).toEqual({ answered: 4, pairs: 6, agreeing: 3 })
  })

  it('tells what each level said, the most common answer first', () => {
    const { levels } = questionAgreement(
      question('1'),
      voices([4, 'no'], [1, 'na'], [1, 'yes'], [1, 'yes'], [4, 'no']),
    )
    expect(levels).toEqual([
      {
        level: 1,
        counts: [
          { given: 'yes', count: 2 },
          { given: 'na', count: 1 },
        ],
      },
      { level: 4, counts: [{ given: 'no', count: 2 }] },
    ])
  })

  it('says in which direction levels differ, by what is expected and not by the word', () => {
    const said = voices([1, 'yes'], [1, 'yes'], [4, 'no'], [4, 'na'])
    expect(questionAgreement(question('1'), said).direction).toEqual({ lowerMilder: 2, lowerStricter: 0 })
    expect(questionAgreement(question('1', { expected: 'no' }), said).direction).toEqual({
      lowerMilder: 0,
      lowerStricter: 2,
    })
    expect(questionAgreement(question('1', { expected: null }), said).direction).toBeNull()
  })

  it('is the same number however many decimals it is written with', () => {
    const said = voices([1, '12.50'], [1, '12.5'], [2, '12.5'], [2, '13'])
    const { pairs, agreeing, levels } = questionAgreement(question('1', { answerType: 'number' }), said)
    expect({ pairs, agreeing }).toEqual({ pairs: 6, agreeing: 3 })
    expect(levels[0]).toEqual({ level: 1, counts: [{ given: '12.5', count: 2 }] })
  })

  it('is not counted where people answer in their own words', () => {
    const said = voices([1, 'Mor og far er hørt'], [2, 'Forældrene er hørt'])
    const { answered, pairs, agreeing } = questionAgreement(question('1', { answerType: 'text' }), said)
    expect({ answered, pairs, agreeing }).toEqual({ answered: 2, pairs: 0, agreeing: 0 })
  })

  it('equals the share found by asking every pair, whatever was answered', () => {
    const said = fc.array(fc.constantFrom('yes', 'no', 'na'), { maxLength: 12 })
    fc.assert(
      fc.property(said, (given) => {
        let pairs = 0
        let agreeing = 0
        for (const [i, one] of given.entries())
          for (const other of given.slice(i + 1)) {
            pairs += 1
            if (one === other) agreeing += 1
          }
        const found = questionAgreement(
          question('1'),
          given.map((each) => ({ level: 1, given: each })),
        )
        expect([found.pairs, found.agreeing]).toEqual([pairs, agreeing])
      }),
    )
  })
})

describe('a calibration as a whole', () => {
  const stage: Stage = {
    key: 'underretning',
    title: text,
    sections: [{ number: 1, title: text }],
    questions: [
      question('a'),
      question('b', { askedWhen: { question: 'a', answered: ['no'] } }),
      question('c', {
        answerType: 'graded',
        expected: null,
        grades: [text, text],
        derived: [
          { grade: 2, when: [{ questions: ['a'], atLeast: 1, answered: ['yes'] }] },
          { grade: 1, when: [] },
        ],
      }),
    ],
  }

  it('leaves out what a person’s own form did not ask, though they answered it before', () => {
    const forms = [
      {
        level: 1,
        answers: new Map([
          ['a', 'yes'],
          ['b', 'no'],
        ]),
      },
      {
        level: 2,
        answers: new Map([
          ['a', 'no'],
          ['b', 'yes'],
        ]),
      },
      null,
    ]
    expect(voicesOf(stage, forms).get('b')).toEqual([null, { level: 2, given: 'yes' }, null])
  })

  it('counts the grades that followed from each one’s answers', () => {
    const forms = ['yes', 'no'].map((given) => ({ level: 1, answers: new Map([['a', given]]) }))
    expect(voicesOf(stage, forms).get('c')).toEqual([
      { level: 1, given: '2' },
      { level: 1, given: '1' },
    ])
  })

  it('begins where most disagree, and with more pairs among alike', () => {
    const parts = [
      { key: 'all', pairs: 6, agreeing: 6 },
      { key: 'few', pairs: 1, agreeing: 0 },
      { key: 'text', pairs: 0, agreeing: 0 },
      { key: 'many', pairs: 6, agreeing: 0 },
      { key: 'half', pairs: 6, agreeing: 3 },
    ]
    expect(byDisagreement(parts).map(({ key }) => key)).toEqual(['many', 'few', 'half', 'all', 'text'])
    expect(sumPairs(parts)).toEqual({ pairs: 19, agreeing: 9 })
  })

  it('has no agreement beyond chance with one question or one person, and alpha only where answers vary', () => {
    const row = voices([1, 'yes'], [2, 'yes'])
    expect(chanceCorrected([row])).toBeUndefined()
    expect(chanceCorrected([voices([1, 'yes'], null), voices([1, 'no'], null)])).toBeUndefined()
    const alike = chanceCorrected([row, row])
    expect(alike?.ac1).toBe(1)
    expect(alike?.alpha).toBeNull()
    expect(chanceCorrected([row, voices([1, 'no'], [2, 'no'])])?.alpha).toBe(1)
  })
})

test('somebody with several roles answers at the highest level they review at', () => {
  const levels = [
    { level: 1, reviewers: ['department-manager'] },
    { level: 2, reviewers: ['area-manager', 'unit-lawyer'] },
    { level: 4, reviewers: ['central-lawyer'] },
  ] as unknown as Parameters<typeof levelInCalibration>[0] // only these fields are read
  expect(levelInCalibration(levels, ['department-manager', 'unit-lawyer', 'director'])).toBe(2)
  expect(levelInCalibration(levels, ['director'])).toBeUndefined()
})
