import { describe, expect, test } from 'vitest'
import { mayRelease, refusalOfAnswer, reviewToRelease, type ReviewToRelease } from './feedback.ts'

const now = new Date('2026-03-20T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

const level = (number: number, open: number, drawn = true) => ({ level: number, drawn, open })
const submitted = (number: number, hours = 48): ReviewToRelease<string> => ({
  id: `r${number}`,
  level: number,
  state: 'submitted',
  submittedAt: hoursAgo(hours),
})
const inState = (number: number, state: ReviewToRelease<string>['state']): ReviewToRelease<string> => ({
  id: `r${number}`,
  level: number,
  state,
  submittedAt: null,
})

describe('a review is released to those who did the work', () => {
  const open = (...levels: readonly ReturnType<typeof level>[]) => ({ closedAt: null, levels })

  test('when the round has closed: the highest level that submitted', () => {
    const closed = { closedAt: hoursAgo(1), levels: [level(1, 0), level(2, 0)] }
    expect(reviewToRelease(closed, [submitted(1), submitted(2, 1)], now)).toBe('r2')
    expect(reviewToRelease(closed, [submitted(1), inState(2, 'written-off')], now)).toBe('r1')
    expect(reviewToRelease(closed, [inState(1, 'written-off')], now)).toBe(null)
  })

  test('but not when the round closed more than ninety days ago', () => {
    const closed = (hours: number) => ({ closedAt: hoursAgo(hours), levels: [level(1, 0)] })
    expect(reviewToRelease(closed(90 * 24), [submitted(1)], now)).toBe('r1')
    expect(reviewToRelease(closed(90 * 24 + 1), [submitted(1)], now)).toBe(null)
  })

  test('in an open round when every level that can still judge has judged it', () => {
    const round = open(level(1, 0), level(2, 3))
    expect(reviewToRelease(round, [submitted(1), submitted(2)], now)).toBe('r2')
    // Level 2 could still get it as a replacement.
    expect(reviewToRelease(round, [submitted(1)], now)).toBe(null)
    expect(reviewToRelease(open(level(1, 0), level(2, 0)), [submitted(1)], now)).toBe('r1')
    expect(reviewToRelease(round, [submitted(1), inState(2, 'written-off')], now)).toBe('r1')
  })

  test.each(['assigned', 'in-progress'] as const)('never while a level has it %s', (state) => {
    expect(reviewToRelease(open(level(1, 0), level(2, 1)), [submitted(1), inState(2, state)], now)).toBe(null)
    expect(reviewToRelease(open(level(1, 1), level(2, 0)), [inState(1, state), submitted(2)], now)).toBe(null)
  })

  test('not before every level is drawn', () => {
    const round = open(level(1, 0), level(2, 0, false))
    expect(mayRelease(round, now)).toBe(false)
    expect(reviewToRelease(round, [submitted(1)], now)).toBe(null)
    expect(mayRelease(open(level(1, 5)), now)).toBe(true)
  })

  test('a day after its last submission at the earliest, while it can be undone or sent back', () => {
    const round = open(level(1, 0), level(2, 0))
    expect(reviewToRelease(round, [submitted(1), submitted(2, 23)], now)).toBe(null)
    expect(reviewToRelease(round, [submitted(1, 23), submitted(2)], now)).toBe(null)
    expect(reviewToRelease(round, [submitted(1), submitted(2, 24)], now)).toBe('r2')
  })
})

test('nobody answers a dispute about work or a judgement of their own, and nobody twice', () => {
  const neither = { tookPart: false, reviewed: false, answered: false }
  expect(refusalOfAnswer(neither)).toBe(null)
  expect(refusalOfAnswer({ ...neither, tookPart: true })).toBe('own-case')
  expect(refusalOfAnswer({ ...neither, reviewed: true })).toBe('own-review')
  expect(refusalOfAnswer({ ...neither, answered: true })).toBe('dispute-answered')
})
