import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import { changeOrder } from './question-order.ts'

const row = (kind: NonNullable<QuestionRow['change']>['class'], difference: number) => ({
  change: {
    class: kind,
    difference,
    interval: null,
    p: null,
    q: null,
    method: 'barnard',
    classicalClass: 'progress' as const,
  },
})
const anyDifference = fc.double({ min: -1, max: 1, noNaN: true })

test('a change that the test found comes before any that it did not, however large', () => {
  fc.assert(
    fc.property(anyDifference, anyDifference, (found, unclear) => {
      const certain = changeOrder(row('declined', found)) ?? Infinity
      const signal = changeOrder(row('signal-up', unclear)) ?? -Infinity
      expect(certain).toBeLessThan(signal)
      expect(signal).toBeLessThan(changeOrder(row('too-few', unclear)) ?? -Infinity)
    }),
  )
})

test('among equals the larger change comes first, up or down', () => {
  const order = (difference: number) => changeOrder(row('no-clear-change', difference)) ?? 0
  expect(order(-0.3)).toBeLessThan(order(0.2))
  expect(order(0.3)).toBeLessThan(order(-0.2))
  expect(changeOrder({ change: null })).toBe(null)
})
