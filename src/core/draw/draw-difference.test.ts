import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameValue } from './draw-difference.ts'

describe('equality of rules', () => {
  it('is that of JSON, without the order of fields', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameValue(value, structuredClone(value))).toBe(true)
        expect(sameValue(value, [value])).toBe(false)
      }),
    )
    expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  })

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{}, null],
    ['1', 1],
  ])('tells %j from %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false)
    expect(sameValue(b, a)).toBe(false)
  })
})
