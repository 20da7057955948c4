import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseStage } from './draw-fixture.ts'
import { stratumLabel, wholeFrame } from './stratum-label.ts'

describe('a stratum label', () => {
  it('reads as names and values in the order of the programme', () => {
    const stage = caseStage('A', {
      unit: 'Enhed Nord',
      completed: '2018-05-31',
      attributes: { district: '7' },
    })
    expect(stratumLabel(stage, ['unit', 'month', 'district'])).toBe(
      'unit=Enhed Nord; month=2018-05; district=7',
    )
    expect(stratumLabel(stage, [])).toBe(wholeFrame)
  })

  it('differs whenever a value differs, whatever separators and control characters the values hold', () => {
    const value = fc.string({ unit: fc.constantFrom('a', ';', '=', '\\', ' ', '\t', '\n', 'u0009') })
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const one = stratumLabel(caseStage('A', { unit: a, stage: b }), ['unit', 'stage'])
        const other = stratumLabel(caseStage('A', { unit: c, stage: d }), ['unit', 'stage'])
        expect(one === other).toBe(a === c && b === d)
        expect(one).not.toMatch(/[\t\n]/u)
        expect(one).not.toBe(wholeFrame)
      }),
      { numRuns: 1000 },
    )
  })
})
