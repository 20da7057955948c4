import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printFigure, printInterval } from './print-figure.ts'
import type { Figure } from './report.ts'

const figure = (parts: Partial<Figure>): Figure => ({
  id: 'x',
  value: null,
  format: 'percent',
  numerator: null,
  denominator: null,
  notApplicable: null,
  interval: null,
  sample: null,
  withheld: false,
  query: 'x',
  ...parts,
})
const share = (numerator: number, denominator: number) =>
  figure({ value: numerator / denominator, numerator, denominator, sample: denominator })

describe('a printed figure', () => {
  it('is a whole percentage with the sign as each language sets it', () => {
    expect(printFigure(share(16, 18), 'da')).toBe('89\u00A0%')
    expect(printFigure(share(16, 18), 'en')).toBe('89%')
  })

  it('is a count below ten answers, and then has neither interval nor change in points', () => {
    expect(printFigure(share(3, 5), 'da')).toBe('3 af 5')
    expect(printFigure(share(3, 5), 'en')).toBe('3 of 5')
    expect(printInterval({ ...share(3, 5), interval: [0.2, 0.9] }, 'da')).toBe('–')
    expect(printFigure(figure({ format: 'points', value: 0.4, sample: 9 }), 'da')).toBe('–')
  })

  it('keeps 0 and 100 per cent for exactly none and exactly all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.nat(), (denominator, any) => {
        const numerator = any % (denominator + 1)
        const printed = printFigure(share(numerator, denominator), 'en')
        expect(printed === '100%').toBe(numerator === denominator)
        expect(printed === '0%').toBe(numerator === 0)
      }),
    )
  })

  it('has a decimal comma in Danish and a point in English', () => {
    const mean = figure({ format: 'decimal', value: 3.85 })
    expect(printFigure(mean, 'da')).toMatch(/^3,[89]$/)
    expect(printFigure(mean, 'en')).toMatch(/^3\.[89]$/)
    expect(printFigure(share(1999, 2000), 'da')).toBe('99,9\u00A0%')
  })

  it('shows the sign of a change, and no sign where nothing changed', () => {
    const points = (value: number) => printFigure(figure({ format: 'points', value, sample: 18 }), 'da')
    expect([points(0.285), points(-0.28), points(0)]).toStrictEqual(['+29', '−28', '0'])
  })

  it('is a dash without a value and a dot when withheld', () => {
    expect(printFigure(figure({}), 'da')).toBe('–')
    expect(printFigure(figure({ withheld: true }), 'da')).toBe('·')
    expect(printInterval(figure({ withheld: true }), 'da')).toBe('·')
  })
})
