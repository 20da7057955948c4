import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTogether, type Comparison } from './before-after-family.ts'

const comparison = (key: string, more: Partial<Comparison> = {}): Comparison => ({
  key,
  difference: 0.1,
  p: 0.03,
  chanceOfSignal: null,
  size: 60,
  beforeSize: 60,
  allCompliantBoth: false,
  oneWay: true,
  ...more,
})

describe('reading a plan’s comparisons together', () => {
  test('one low p alone is a rise, among twenty it is no more than a signal', () => {
    const one = readTogether([comparison('a')])
    expect(one.read.get('a')?.class).toBe('improved')
    const many = readTogether([
      comparison('a'),
      ...Array.from({ length: 19 }, (_, at) => comparison(`${at}`, { p: 0.6 })),
    ])
    expect(many.read.get('a')?.class).toBe('signal-up')
    expect(many.compared).toBe(20)
    expect(many.standingOut).toBe(1)
    expect(many.expectedByChance).toBeCloseTo(1, 12)
  })

  test('a comparison that two initiatives share is made once', () => {
    const { compared, read } = readTogether([comparison('a'), comparison('a'), comparison('b')])
    expect(compared).toBe(2)
    expect([...read.keys()]).toEqual(['a', 'b'])
  })

  test('what could not be tested counts as compared and gives chance no room', () => {
    const few = readTogether([
      comparison('a', { p: null, size: 4 }),
      comparison('b', { chanceOfSignal: 0.02 }),
    ])
    expect(few).toMatchObject({ compared: 2, tested: 1, expectedByChance: 0.02 })
    expect(few.read.get('a')).toEqual({ q: null, class: 'too-few' })
  })

  test('more comparisons never make one clearer', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(p, fc.array(p, { maxLength: 20 }), (own, others) => {
        const alone = readTogether([comparison('a', { p: own })]).read.get('a')?.q ?? 0
        const together = readTogether([
          comparison('a', { p: own }),
          ...others.map((each, at) => comparison(`${at}`, { p: Math.max(own, each) })),
        ])
        expect(together.read.get('a')?.q ?? 0).toBeGreaterThanOrEqual(alone - 1e-12)
      }),
    )
  })
})
