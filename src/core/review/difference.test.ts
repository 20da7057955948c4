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
        expect(differenceStanding(moves, { own: same, below: same }).state).toBe('same')
      }),
    )
  })

  test('counts only while both answers are those it was said about', () => {
    assert(
      property(histories, pairs, (moves, now) => {
        const { proposal, reply } = differenceStanding(moves, now)
        const said = proposal ?? now
        expect([said.own, said.below]).toEqual([now.own, now.below])
        expect(reply === null || (proposal !== null && reply.id > proposal.id)).toBe(true)
      }),
    )
  })

  test.each([
    [[], 'open'],
    [['proposed'], 'proposed'],
    [['proposed', 'agreed'], 'agreed'],
    [['proposed', 'agreed', 'kept'], 'kept'],
    [['proposed', 'agreed', 'proposed'], 'proposed'],
  ] as const)('after %j it is %s', (kinds, state) => {
    expect(differenceStanding(said(...kinds), apart).state).toBe(state)
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
    expect(refusalOfMove(kind, side, differenceStanding(moves, apart), seen)).toBe(refusal)
  })
})
