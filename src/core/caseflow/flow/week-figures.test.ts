import { expect, test } from 'vitest'
import { curvesOf } from './week-figures.ts'
import { compileFlow } from './compile-flow.ts'
import type { WeekTallies } from './week-tallies.ts'

const none: WeekTallies = {
  covered: [],
  received: [],
  steps: [],
  prompt: [],
  finished: [],
  endsFrom: [],
  lasting: [],
  openBefore: [],
  running: [],
  cannotTell: [],
}
const flow = {
  ...compileFlow([]),
  times: [{ key: 'case', name: { da: '', en: '' }, of: 'received' as const }],
}

test('where nothing is open the share finished is the plain one to the last digit, so that halves round as they should', () => {
  for (const begun of [200, 400, 1000]) {
    const lasting = Array.from({ length: begun }, (_, days) => ({
      unit: '',
      time: 'case',
      days,
      state: 'done' as const,
      count: 1,
    }))
    const [curve] = curvesOf({ ...none, lasting }, null, flow)
    // 13.5 % is 27 of 200, 54 of 400, 135 of 1,000.
    for (const [at, { finished }] of (curve?.steps ?? []).entries()) expect(finished).toBe((at + 1) / begun)
    expect(curve?.steps).toHaveLength(begun)
  }
})
