import { assert, property, shuffledSubarray } from 'fast-check'
import { expect, test } from 'vitest'
import { inWalkOrder, isThisMonth, type WalkCase } from './walk-order.ts'

const walkCase = (caseId: string, more: Partial<WalkCase> = {}): WalkCase => ({
  caseId,
  overdue: 0,
  overdueSince: null,
  next: null,
  lastWalked: null,
  ...more,
})

test('overdue cases come first, the longest passed before the others, then by what ends next, then who waited longest', () => {
  const cases = [
    walkCase('nothing', { lastWalked: '2026-10-01' }),
    walkCase('never'),
    walkCase('next', { next: '2026-11-30T00:00:00.000Z' }),
    walkCase('sooner', { next: '2026-11-25T00:00:00.000Z' }),
    walkCase('late', { overdueSince: '2026-11-20T00:00:00.000Z' }),
    walkCase('latest', { overdueSince: '2026-08-20T00:00:00.000Z', lastWalked: '2026-10-05' }),
  ]
  const order = ['latest', 'late', 'sooner', 'next', 'never', 'nothing']
  expect(inWalkOrder(cases).map(({ caseId }) => caseId)).toEqual(order)
  assert(
    property(shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
      expect(inWalkOrder(shuffled).map(({ caseId }) => caseId)).toEqual(order)
    }),
  )
})

test('a walk-through counts for its calendar month', () => {
  expect(isThisMonth('2026-11-01', '2026-11-30')).toBe(true)
  expect(isThisMonth('2026-10-31', '2026-11-01')).toBe(false)
  expect(isThisMonth('2025-11-22', '2026-11-22')).toBe(false)
})
