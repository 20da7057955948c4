import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPoints } from './print-points.ts'

describe('a difference in percentage points', () => {
  it('has its sign and whole points, or as many decimals as are asked for', () => {
    expect(printPoints(0.285, 'da')).toBe('+29')
    expect(printPoints(-0.12, 'en')).toBe('−12')
    expect(printPoints(0, 'da')).toBe('0')
    expect(printPoints(0.0456, 'da', 1)).toBe('+4,6')
    expect(printPoints(0, 'en', 1)).toBe('0.0')
  })

  it('gets decimals where whole points would make a 0 of it', () => {
    expect(printPoints(0.0039, 'da')).toBe('+0,4')
    expect(printPoints(-0.0032, 'en')).toBe('−0.3')
    expect(printPoints(0.0003, 'da', 1)).toBe('+0,03')
    expect(printPoints(0.000001, 'en')).toBe('+0.01')
    expect(printPoints(0.3 - 0.1 - 0.2, 'en')).toBe('0')
  })

  it('is never printed onto or across 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1, noNaN: true }), fc.constantFrom(0, 1), (size, digits) => {
        for (const [difference, sign] of [
          [size, '+'],
          [-size, '−'],
        ] as const) {
          const printed = printPoints(difference, 'en', digits)
          expect(printed.startsWith(sign)).toBe(true)
          expect(Number(printed.slice(1))).toBeGreaterThan(0)
        }
      }),
    )
  })
})
