import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FigureBook } from './figure-book.ts'
import { printRunChart } from './print-run-chart.ts'
import type { Figure, RunChartBlock } from './report.ts'

const words = (text: string) => ({ da: text, en: text })

function chartOf(
  values: readonly (number | null)[],
  { format = 'integer', sample = null }: { format?: Figure['format']; sample?: number | null } = {},
) {
  const book = new FigureBook()
  const points = values.map((value, at) => ({
    period: words(`uge ${at + 1}`),
    figure: book.add(['w', at], { value, format, sample, query: `w[${at}]` }),
    limits: null,
    marked: false,
    unfinished: false,
  }))
  const block: RunChartBlock = {
    kind: 'run-chart',
    caption: words('Nye'),
    alternative: words('-'),
    points,
    centre: null,
  }
  return printRunChart(block, 1, { language: 'da', alternative: '-', figure: (id) => book.get(id) })
}

test('every value stands within the axis, which begins at 0 and has at most six round numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(20_000)), { minLength: 1, maxLength: 60 }), (values) => {
      const { ticks, points } = chartOf(values)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks[0]).toEqual({ at: 0, text: '0' })
      expect(ticks.at(-1)?.at).toBe(1)
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
      const top = Number(ticks.at(-1)?.text.replaceAll('.', ''))
      for (const [at, { at: place }] of points.entries()) {
        const value = values[at] ?? null
        expect(place).toBe(value === null ? null : value / top)
      }
      expect(Math.max(0, ...points.flatMap(({ at }) => at ?? []))).toBeLessThanOrEqual(1)
    }),
  )
})

test('shares stand on an axis of the whole hundred, and of too few answers no point is drawn', () => {
  expect(chartOf([0.9, 0.5], { format: 'percent', sample: 10 }).points.map(({ at }) => at)).toEqual([
    0.9, 0.5,
  ])
  expect(chartOf([0.9], { format: 'percent', sample: 9 }).points.map(({ at }) => at)).toEqual([null])
  expect(chartOf([0.01], { format: 'percent' }).ticks.map(({ text }) => text)).toEqual([
    '0\u00A0%',
    '25\u00A0%',
    '50\u00A0%',
    '75\u00A0%',
    '100\u00A0%',
  ])
})

test('the newest period always has its name, and no more names than there is room for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
      const { points } = chartOf(Array.from({ length: count }, () => 1))
      expect(points.at(-1)?.period).toBe(`uge ${count}`)
      expect(points.filter(({ period }) => period !== null).length).toBeLessThanOrEqual(9)
    }),
  )
})
