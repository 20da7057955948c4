import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedQuestions } from './asked-questions.ts'
import { isMerged, mergeStandings, refusalOfMergeMove, type Mergeable, type MergeMove } from './merge.ts'

const gate: Mergeable = { key: 'gate', section: 1, answerType: 'yes-no' }
const after: Mergeable = {
  key: 'after',
  section: 1,
  answerType: 'yes-no',
  askedWhen: { question: 'gate', answered: ['no'] },
}
const last: Mergeable = { key: 'last', section: 1, answerType: 'yes-no' }
const form = (person: string, answers: Readonly<Record<string, string>>) => ({
  person,
  answers: new Map(Object.entries(answers)),
})
const chosen = (id: number, question: string, person: string, given: string): MergeMove => ({
  id,
  question,
  person,
  kind: 'chosen',
  given,
})
const confirmed = (id: number, question: string, person: string): MergeMove => ({
  id,
  question,
  person,
  kind: 'confirmed',
  given: null,
})
const states = (...args: Parameters<typeof mergeStandings>) =>
  mergeStandings(...args).map(({ question, state, given }) => `${question} ${state} ${given ?? '-'}`)

const different = [
  form('a', { gate: 'no', after: 'yes', last: 'na' }),
  form('b', { gate: 'yes', last: 'na' }),
] as const

describe('the merging of two forms', () => {
  it('lets stand what both said and opens what they did not', () => {
    expect(states([gate, after, last], different, [])).toEqual([
      'gate open -',
      'after not-asked -',
      'last agreed na',
    ])
  })

  it('takes a choice only when the other has confirmed it', () => {
    const one = [chosen(1, 'gate', 'a', 'no')]
    expect(states([gate], different, one)).toEqual(['gate chosen no'])
    expect(states([gate], different, [...one, confirmed(2, 'gate', 'a')])).toEqual(['gate chosen no'])
    expect(states([gate], different, [...one, confirmed(2, 'gate', 'b')])).toEqual(['gate settled no'])
    expect(
      states([gate], different, [...one, confirmed(2, 'gate', 'b'), chosen(3, 'gate', 'b', 'yes')]),
      'a newer choice needs its own confirmation',
    ).toEqual(['gate chosen yes'])
  })

  it('asks what the chosen answer asks for, also where one of them was never asked', () => {
    const moves = [chosen(1, 'gate', 'a', 'no'), confirmed(2, 'gate', 'b')]
    expect(states([gate, after, last], different, moves)[1]).toBe('after open -')
    expect(isMerged(mergeStandings([gate, after, last], different, moves))).toBe(false)
  })

  it('does not count what somebody chose who reviews the case no longer', () => {
    const moves = [chosen(1, 'gate', 'gone', 'no'), confirmed(2, 'gate', 'b')]
    expect(states([gate], different, moves)).toEqual(['gate open -'])
  })

  it('lets one who is left alone choose without confirmation', () => {
    expect(states([gate], [different[0]], [chosen(1, 'gate', 'a', 'yes')])).toEqual(['gate settled yes'])
  })

  it('takes two spellings of one number for the same answer', () => {
    const number: Mergeable = { key: 'number', section: 1, answerType: 'number' }
    const forms = [form('a', { number: '12.5' }), form('b', { number: '12.50' })]
    expect(states([number], forms, [])).toEqual(['number agreed 12.5'])
    expect(states([{ ...number, answerType: 'text' }], forms, [])).toEqual(['number open -'])
  })

  /** 1 where the gate is yes, else 3. */
  const rating: Mergeable = {
    key: 'rating',
    section: 1,
    answerType: 'graded',
    derived: [
      { grade: 1, when: [{ questions: ['gate'], atLeast: 1, answered: ['yes'] }] },
      { grade: 3, when: [] },
    ],
  }

  it('lets two settle a derived rating that was overridden: the rule’s grade or an override', () => {
    const forms = [form('a', { gate: 'no', rating: '2' }), form('b', { gate: 'no', rating: '1' })]
    const standing = (moves: readonly MergeMove[]) => mergeStandings([gate, rating], forms, moves)[1]
    const settle = { rule: '3', overrides: ['2', '1'] }
    expect(standing([])).toMatchObject({ state: 'open', given: null, settle })
    expect(standing([chosen(1, 'rating', 'a', '2'), confirmed(2, 'rating', 'b')])).toMatchObject({
      state: 'settled',
      given: '2',
    })
    expect(standing([chosen(1, 'rating', 'a', '3')])).toMatchObject({ state: 'chosen', given: '3' })
    expect(refusalOfMergeMove('chosen', 'a', standing([]), 0)).toBeNull()
  })

  it('opens a derived rating again when the rule no longer gives what they settled on', () => {
    const forms = [form('a', { gate: 'no', rating: '2' }), form('b', { gate: 'no' })]
    const rule = [chosen(1, 'rating', 'a', '3'), confirmed(2, 'rating', 'b')]
    expect(states([gate, rating], forms, rule)[1]).toBe('rating settled 3')
    const changed = [...rule, chosen(3, 'gate', 'a', 'yes'), confirmed(4, 'gate', 'b')]
    expect(states([gate, rating], forms, changed)[1]).toBe('rating open -')
  })

  it('lets a derived rating follow where nobody overrode it, or both alike', () => {
    expect(states([rating], [form('a', { rating: '2' }), form('b', { rating: '2' })], [])).toEqual([
      'rating follows 2',
    ])
    expect(states([rating], [form('a', {}), form('b', {})], [])).toEqual(['rating follows -'])
    expect(states([rating], [form('a', { rating: '2' }), form('b', {})], [])).toEqual(['rating open -'])
  })

  it('is complete at once for two equal forms, with just their answers', () => {
    const value = fc.constantFrom('yes', 'no', 'na')
    fc.assert(
      fc.property(fc.record({ gate: value, after: value, last: value }), (all) => {
        const questions = [gate, after, last]
        const answers = new Map(Object.entries(all))
        const standings = mergeStandings(
          questions,
          [
            { person: 'a', answers },
            { person: 'b', answers },
          ],
          [],
        )
        expect(isMerged(standings)).toBe(true)
        const asked = standings.filter(({ state }) => state === 'agreed')
        expect(asked.map(({ question }) => question)).toEqual(
          askedQuestions(questions, answers).map(({ key }) => key),
        )
        for (const { question, given } of asked) expect(given).toBe(answers.get(question))
      }),
    )
  })
})

describe('a move', () => {
  const [standing] = mergeStandings([gate], different, [chosen(7, 'gate', 'a', 'no')])
  it('is refused from an outdated page, by whoever chose, and where nothing waits', () => {
    expect(refusalOfMergeMove('confirmed', 'b', standing, 0)).toBe('outdated-version')
    expect(refusalOfMergeMove('confirmed', 'a', standing, 7)).toBe('own-choice')
    expect(refusalOfMergeMove('confirmed', 'b', standing, 7)).toBeNull()
    expect(refusalOfMergeMove('chosen', 'b', standing, 7)).toBeNull()
    expect(refusalOfMergeMove('chosen', 'b', undefined, 0)).toBe('question-not-in-form')
    const [open] = mergeStandings([gate], different, [])
    expect(refusalOfMergeMove('confirmed', 'b', open, 0)).toBe('nothing-proposed')
  })
})
