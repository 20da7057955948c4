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
  foreseen: true,
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

  test('one comparison alone is called by its p, not by the laxer q of a family', () => {
    const alone = (p: number) => readTogether([comparison('a', { p })]).read.get('a')?.class
    expect(alone(0.05)).toBe('improved')
    expect(alone(0.0501)).toBe('no-clear-change')
    expect(alone(0.1)).toBe('no-clear-change')
  })

  test('what nobody foresaw is at most a signal, counts, and carries no other with it', () => {
    const low = Array.from({ length: 9 }, (_, at) => comparison(`${at}`, { p: 0.0001, foreseen: false }))
    const family = readTogether([
      comparison('a', { p: 0.08 }),
      comparison('b', { p: 0.04 }),
      comparison('c', { p: 0.5 }),
      ...low,
    ])
    // Among all twelve their q would be .09 and .05.
    expect(family.read.get('a')?.class).toBe('no-clear-change')
    expect(family.read.get('b')?.class).toBe('signal-up')
    expect(family.read.get('0')?.class).toBe('signal-up')
    expect(family).toMatchObject({ compared: 12, tested: 12, standingOut: 10 })
  })

  test('comparisons that nobody foresaw never make one clearer, whatever their p', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    const isClear = (found: string | undefined) => found === 'improved'
    fc.assert(
      fc.property(
        fc.array(p, { minLength: 1, maxLength: 8 }),
        fc.array(p, { maxLength: 12 }),
        (own, late) => {
          const foreseen = own.map((each, at) => comparison(`own ${at}`, { p: each }))
          const added = late.map((each, at) => comparison(`late ${at}`, { p: each, foreseen: false }))
          const [without, together] = [readTogether(foreseen), readTogether([...foreseen, ...added])]
          for (const { key } of foreseen) {
            const [clearNow, clearBefore] = [together, without].map(({ read }) =>
              isClear(read.get(key)?.class),
            )
            expect(clearNow === true && clearBefore === false).toBe(false)
            expect(together.read.get(key)?.q ?? 0).toBeGreaterThanOrEqual(
              (without.read.get(key)?.q ?? 0) - 1e-12,
            )
          }
          for (const { key } of added) expect(isClear(together.read.get(key)?.class)).toBe(false)
        },
      ),
    )
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
