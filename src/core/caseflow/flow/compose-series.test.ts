import { expect, test } from 'vitest'
import { isThin, verdictWords } from './compose-series.ts'
import { standOutLines } from './compose-shared.ts'
import type { FlowSeries, RunVerdict } from './flow-figures.ts'

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

test('speaks of shares where the median of shares is nought, and of numbers otherwise', () => {
  const edge: RunVerdict = { state: 'at-edge', edge: 'least' }
  expect(verdictWords(edge, { ...weeks, kind: 'share' }).da).toContain('ingen andel kan ligge under den')
  expect(verdictWords(edge, { ...weeks, kind: 'share' }).en).toContain('The median is 0%')
  expect(verdictWords(edge, { ...weeks, kind: 'count' }).da).toContain('intet tal kan ligge under den')
})

const tooFew: RunVerdict = { state: 'too-few', points: 3, needed: 12 }
const atEdge: RunVerdict = { state: 'at-edge', edge: 'least' }

function shares(verdict: RunVerdict, of: number): FlowSeries {
  const point = {
    from: '2026-01-05',
    isOver: true,
    value: 0.5,
    of,
    undecided: null,
    lower: null,
    upper: null,
  }
  return {
    key: 'prompt-share',
    of: null,
    kind: 'share',
    points: ['2026-W02', '2026-W03'].map((period) => ({ ...point, period })),
    median: 0.5,
    verdict,
  }
}

function saidOf(...list: readonly FlowSeries[]): string {
  return standOutLines(list, ({ key }) => ({ da: key, en: key }), weeks.periods)
    .map(({ en }) => en)
    .join(' ')
}

test('says that there are too few periods only where that is why nothing is judged', () => {
  expect(saidOf(shares(tooFew, 20))).toContain('too few weeks')
  expect(saidOf(shares(tooFew, 20), shares(atEdge, 20))).not.toContain('too few weeks')
  expect(saidOf(shares(atEdge, 20))).toContain('the least or the most that it can be')
})

test('lets no series stand out that is too thin to draw', () => {
  expect(isThin(shares(crossing(1), 9))).toBe(true)
  expect(saidOf(shares(crossing(1), 9))).not.toContain('prompt-share')
  expect(isThin(shares(crossing(1), 10))).toBe(false)
  expect(saidOf(shares(crossing(1), 10))).toContain('prompt-share')
})
