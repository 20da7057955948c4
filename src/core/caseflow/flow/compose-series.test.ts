import { expect, test } from 'vitest'
import { verdictWords } from './compose-series.ts'
import type { RunVerdict } from './flow-figures.ts'

const weeks = { periods: { da: 'uger', en: 'weeks' } }
const crossing = (crossings: number): RunVerdict => ({
  state: 'judged',
  points: 20,
  longestRun: 5,
  longestRunLimit: 7,
  crossings,
  fewestCrossings: 6,
  signals: ['few-crossings'],
})

test('one crossing is said as one', () => {
  expect(verdictWords(crossing(1), weeks).da).toContain('krydser medianen 1 gang,')
  expect(verdictWords(crossing(1), weeks).en).toContain('crosses the median 1 time,')
  expect(verdictWords(crossing(2), weeks).da).toContain('2 gange,')
  expect(verdictWords(crossing(2), weeks).en).toContain('2 times,')
})

test('says why there is no verdict where the median lies at an edge', () => {
  expect(verdictWords({ state: 'at-edge', edge: 'least' }, weeks).en).toContain('no number can lie below it')
  expect(verdictWords({ state: 'at-edge', edge: 'most' }, weeks).da).toContain(
    'ingen andel kan ligge over den',
  )
})
