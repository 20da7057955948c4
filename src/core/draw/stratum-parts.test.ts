import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stratumLabel, wholeFrame } from './stratum-label.ts'
import { stratumParts } from './stratum-parts.ts'

const base = { caseId: 'A', stage: 's', unit: 'u', caseworker: 'c', started: '', completed: '2026-07-01' }

test('a label says its properties in order', () => {
  expect(stratumParts('unit=Enhed Åen; caseworker=D205; month=2026-07')).toEqual([
    { name: 'unit', value: 'Enhed Åen' },
    { name: 'caseworker', value: 'D205' },
    { name: 'month', value: '2026-07' },
  ])
})

test('the whole frame has no properties', () => {
  expect(stratumParts(wholeFrame)).toEqual([])
})

test('whatever names and values hold, they come back as they were', () => {
  // Separators, escapes and what looks like an escape, more often than chance would bring them.
  const text = fc.string({
    unit: fc.constantFrom('a', 'u', '0', '9', ' ', ';', '=', '\\', '\t', 'å'),
    maxLength: 8,
  })
  const name = text.map((rest) => `x-${rest}`)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, text), { minLength: 1, maxLength: 3, selector: ([key]) => key }),
      (pairs) => {
        const label = stratumLabel(
          { ...base, attributes: Object.fromEntries(pairs) },
          pairs.map(([key]) => key),
        )
        expect(stratumParts(label)).toEqual(pairs.map(([key, value]) => ({ name: key, value })))
      },
    ),
  )
})
