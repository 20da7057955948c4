import { expect, test } from 'vitest'
import { driftVerdict } from './drift-verdict.ts'

test('a change of the casework is claimed only where the whole interval lies on one side of nothing', () => {
  expect(driftVerdict({ interval: [0.01, 0.08] }, 'improved')).toEqual({ casework: 'up', contradicts: false })
  expect(driftVerdict({ interval: [-0.08, -0.01] }, null)).toEqual({ casework: 'down', contradicts: false })
  expect(driftVerdict({ interval: [-0.02, 0.08] }, null).casework).toBe('open')
  expect(driftVerdict({ interval: null }, null).casework).toBe('open')
})

test('a clear change at the comparison level that the expert does not see is called unconfirmed', () => {
  expect(driftVerdict({ interval: [-0.02, 0.08] }, 'improved').contradicts).toBe(true)
  expect(driftVerdict({ interval: [0.01, 0.08] }, 'declined').contradicts).toBe(true)
  expect(driftVerdict({ interval: [-0.02, 0.08] }, 'no-clear-change').contradicts).toBe(false)
})
