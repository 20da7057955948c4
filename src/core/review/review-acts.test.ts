import { assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedActs, refusalOf, reviewActs, type ReviewSituation } from './review-acts.ts'

const situations = record<ReviewSituation>({
  state: constantFrom('assigned', 'in-progress', 'submitted', 'written-off'),
  standing: constantFrom('reviewer', 'reader', 'stranger'),
  tookPart: boolean(),
  declared: boolean(),
  roundClosed: boolean(),
})
const open: ReviewSituation = {
  state: 'in-progress',
  standing: 'reviewer',
  tookPart: false,
  declared: true,
  roundClosed: false,
}

describe('what may be done with a review', () => {
  test('only its reviewer writes, having declared independence, while it is open in an open round, never in their own case', () => {
    assert(
      property(situations, constantFrom('answer', 'comment', 'submit'), (situation, act) => {
        const { state, standing, tookPart, declared, roundClosed } = situation
        const may =
          standing === 'reviewer' &&
          !tookPart &&
          declared &&
          !roundClosed &&
          (state === 'assigned' || state === 'in-progress')
        expect(refusalOf(act, situation) === null).toBe(may)
      }),
    )
  })

  test('strangers learn of nothing, not even that it exists', () => {
    assert(
      property(situations, constantFrom(...reviewActs), (situation, act) => {
        expect(refusalOf(act, { ...situation, standing: 'stranger' })).toBe('not-found')
      }),
    )
  })

  test.each([
    ['answer', { standing: 'reader' }, 'not-your-review'],
    ['open', { tookPart: true }, 'own-case'],
    ['answer', { tookPart: true }, 'own-case'],
    ['answer', { declared: false }, 'declaration-needed'],
    ['declare', { declared: false }, null],
    ['declare', { tookPart: true }, null],
    ['declare', { state: 'submitted' }, 'already-submitted'],
    ['declare', { standing: 'reader' }, 'not-your-review'],
    ['open', { tookPart: true, state: 'submitted' }, null],
    ['submit', { roundClosed: true }, 'round-closed'],
    ['submit', { state: 'submitted' }, 'already-submitted'],
    ['answer', { state: 'written-off' }, 'written-off'],
    ['answer', { handedIn: true }, 'handed-in'],
    ['answer', { handedIn: true, state: 'written-off' }, 'written-off'],
    ['answer', { handedIn: true, state: 'submitted' }, 'already-submitted'],
    ['compare', {}, 'sealed'],
    ['compare', { state: 'submitted' }, null],
    ['compare', { state: 'submitted', roundClosed: true }, null],
  ] as const)('%s with %o: %s', (act, change, refusal) => {
    expect(refusalOf(act, { ...open, ...change })).toBe(refusal)
  })

  test('the buttons are those that the server would not refuse', () => {
    expect(allowedActs(open)).toEqual(['open', 'declare', 'answer', 'comment', 'submit'])
    expect(allowedActs({ ...open, declared: false })).toEqual(['open', 'declare'])
    expect(allowedActs({ ...open, state: 'submitted' })).toEqual(['open', 'compare'])
  })
})
