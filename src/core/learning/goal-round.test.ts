import { expect, test } from 'vitest'
import { nextGoalRound, type GoalRound } from './goal-round.ts'

const round = (id: string, periodFrom: string, periodTo: string): GoalRound => ({
  id,
  state: 'open',
  periodFrom,
  periodTo,
})
const base = round('q1', '2026-01-01', '2026-03-31')
const [q2, q3, q4] = [
  round('q2', '2026-04-01', '2026-06-30'),
  round('q3', '2026-07-01', '2026-09-30'),
  round('q4', '2026-10-01', '2026-12-31'),
]

test('a goal is judged at the first round with cases finished after it was set', () => {
  expect(nextGoalRound([q4, q3, q2, base], base, '2026-05-10')).toBe(q2)
  expect(nextGoalRound([q4, q3, q2, base], base, '2026-06-30')).toBe(q3)
  expect(nextGoalRound([q2, base], base, '2026-07-01')).toBeNull()
})

test('never at the round it was chosen from, whatever the day', () => {
  expect(nextGoalRound([base], base, '2025-12-01')).toBeNull()
})
