import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceStanding, refusalOfMove, type AnswerPair, type DifferenceMove } from './difference.ts'

const answer = constantFrom('yes', 'no', 'na', null)
const pairs = record({ own: answer, below: answer })
const histories = array(
  record({ kind: constantFrom('proposed', 'agreed', 'kept'), own: answer, below: answer }),
).map((moves) => moves.map((move, at): DifferenceMove => ({ ...move, id: at + 1 })))
const apart: AnswerPair = { own: 'yes', below: 'no' }
const said = (...kinds: readonly DifferenceMove['kind'][]) =>
  kinds.map((kind, at): DifferenceMove => ({ ...apart, kind, id: at + 1 }))

describe('what two levels say to a difference', () => {
  test('is nothing where they answered alike, whatever was said before', () => {
    assert(
      property(histories, answer, (moves, same) => {
        expect(differenceStanding('yes-no', moves, { own: same, below: same }).state).toBe('same')
      }),
    )
  })

  test('counts only while both answers are those it was said about', () => {
    assert(
      property(histories, pairs, (moves, now) => {
        const { proposal, reply } = differenceStanding('yes-no', moves, now)
        const said = proposal ?? now
        expect([said.own, said.below]).toEqual([now.own, now.below])
        expect(reply === null || (proposal !== null && reply.id > proposal.id)).toBe(true)
      }),
    )
  })

  test.each([
    ['graded', '1', '2', 'open'],
    ['graded', '2', '2', 'same'],
    ['number', '2.5', '2.50', 'same'],
    ['number', '2.5', '25', 'open'],
    ['number', '2.5', null, 'open'],
    ['date', '2023-11-03', '2023-11-04', 'open'],
    ['text', 'Tal med barnet.', 'Tal med skolen.', 'beside'],
    ['text', 'Tal med barnet.', null, 'beside'],
  ] as const)('of a %s question, %s against %s is %s', (type, own, below, state) => {
    const { state: found, ...rest } = differenceStanding(type, [], { own, below })
    expect(found).toBe(state)
    const refusal = refusalOfMove('proposed', 'above', { state: found, ...rest }, 0)
    expect(refusal).toBe(state === 'open' ? null : 'no-difference')
  })

  test.each([
    [[], 'open'],
    [['proposed'], 'proposed'],
    [['proposed', 'agreed'], 'agreed'],
    [['proposed', 'agreed', 'kept'], 'kept'],
    [['proposed', 'agreed', 'proposed'], 'proposed'],
  ] as const)('after %j it is %s', (kinds, state) => {
    expect(differenceStanding('yes-no', said(...kinds), apart).state).toBe(state)
  })

  test.each([
    ['proposed', 'above', said(), 0, null],
    ['proposed', 'below', said(), 0, 'not-your-review'],
    ['proposed', 'reader', said(), 0, 'not-your-review'],
    ['proposed', 'above', said('proposed', 'agreed'), 1, null],
    ['proposed', 'above', said('proposed'), 0, 'outdated-version'],
    ['agreed', 'below', said('proposed'), 1, null],
    ['kept', 'below', said('proposed', 'agreed'), 1, null],
    ['agreed', 'above', said('proposed'), 1, 'not-your-review'],
    ['agreed', 'below', said(), 0, 'nothing-proposed'],
    ['agreed', 'below', said('proposed', 'agreed', 'proposed'), 1, 'outdated-version'],
  ] as const)('%s by %s after %j, having seen %i: %s', (kind, side, moves, seen, refusal) => {
    expect(refusalOfMove(kind, side, differenceStanding('yes-no', moves, apart), seen)).toBe(refusal)
  })
})
