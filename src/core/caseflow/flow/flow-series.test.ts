import { expect, test } from 'vitest'
import { weekOf, type FlowPeriod } from './flow-period.ts'
import { countSeries, shareSeries, stockSeries } from './flow-series.ts'
import { findWindow, type FlowWindow } from './flow-window.ts'

const window = windowOf(weekOf(20_000))
const { periods } = window

function windowOf(week: FlowPeriod): FlowWindow {
  const found = findWindow(week, Date.UTC(2026, 0, 1))
  if (found === undefined) throw new Error('the week has not begun')
  return found
}

const covered = [{ unit: null, day: 0 }]

/** A series of a share in four; `odd` says which weeks are otherwise. */
function seriesOf(odd: (at: number) => { readonly count: number; readonly of: number } | undefined) {
  return shareSeries('s', window, covered, (period: FlowPeriod) => {
    const at = periods.indexOf(period)
    return odd(at) ?? { count: 4 + (at % 3), of: 20 }
  })
}

const limited = ({ points }: ReturnType<typeof seriesOf>) => points.map(({ lower }) => lower !== null)

test('a week with too few to take a percentage of has no limits and gives no signal by them', () => {
  const series = seriesOf((at) => (at === 7 ? { count: 2, of: 2 } : undefined))
  expect(limited(series)).toEqual(periods.map((_, at) => at !== 7))
  expect(series.verdict).toMatchObject({ state: 'judged', signals: [] })
})

test('a week with enough signals beyond its limits', () => {
  const series = seriesOf((at) => (at === 7 ? { count: 20, of: 20 } : undefined))
  expect(series.verdict).toMatchObject({ state: 'judged', signals: ['beyond-limits'] })
})

test('limits need twelve weeks that have enough', () => {
  const small = (from: number) => seriesOf((at) => (at >= from ? { count: 2, of: 9 } : undefined))
  expect(limited(small(12)).filter(Boolean)).toHaveLength(12)
  expect(limited(small(11)).filter(Boolean)).toHaveLength(0)
})

test('a week of which much is undecided moves neither median, limits nor verdict', () => {
  const wave = (at: number) => ({ count: 8 + (at % 3), of: 20 })
  const whole = shareSeries('s', window, covered, (period) => wave(periods.indexOf(period)))
  const tail = (undecided: number) =>
    shareSeries('s', window, covered, (period) => {
      const at = periods.indexOf(period)
      // Of the last weeks only those that were refused at once are decided.
      return at < periods.length - 9 ? wave(at) : { count: 0, of: 18, undecided }
    })
  expect(whole.verdict).toMatchObject({ state: 'judged', signals: [] })
  expect(tail(2).verdict).toMatchObject({ signals: expect.arrayContaining(['beyond-limits']) })
  expect(tail(3).verdict).toMatchObject({ state: 'judged', signals: [] })
  expect(limited(tail(3)).filter(Boolean)).toHaveLength(periods.length - 9)
})

test('a share too small for a percentage is no point of the chart and of its rules', () => {
  // Weeks of 9 lie on one side for long, those of 20 vary.
  const series = seriesOf((at) => (at % 2 === 0 ? { count: 9, of: 9 } : undefined))
  expect(series.verdict).toMatchObject({ points: expect.toSatisfy((points: number) => points <= 13) })
  expect(series.median).toBeLessThan(0.5)
})

test('a stock is drawn and never judged: chance alone makes long runs of it', () => {
  // A hundred last a year and begin at random; as many weeks as there are lines would signal were they judged.
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const lines = Array.from({ length: 100 }, () => {
    const begun = Array.from({ length: periods.length + 52 }, () => Math.floor(random() * 5))
    return ({ from }: FlowPeriod) => {
      const at = periods.findIndex((period) => period.from === from)
      return begun.slice(at, at + 52).reduce((sum, count) => sum + count, 0)
    }
  })
  const signalling = lines.filter((line) => {
    const { verdict } = countSeries('s', null, window, covered, line)
    return verdict.state === 'judged' && verdict.signals.length > 0
  })
  expect(signalling.length).toBeGreaterThan(50)
  const stock = stockSeries('s', null, window, covered, lines[0] ?? (() => 0))
  expect(stock.verdict).toEqual({ state: 'stock' })
  expect(stock.points.every(({ value }) => value !== null)).toBe(true)
})
