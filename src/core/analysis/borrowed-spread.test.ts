import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadWithin, steadied } from './borrowed-spread.ts'
import { intervalOfMean, meanOf } from './mean.ts'
import { cover, newCoverage } from './coverage.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const others = { variance: 0.03, part: 0.2, answers: 8, df: 50 }

function intervalOf(values: readonly number[], weight = 8, spread = others) {
  const coverage = newCoverage(true)
  for (const _ of values) cover(coverage, weight)
  const mean = meanOf(
    values.map((value) => ({ value, weight })),
    coverage,
    spread,
  )
  if (mean === undefined) throw new Error('no values')
  return { ...intervalOfMean(mean), mean: mean.mean }
}

const widthOf = (values: readonly number[]): number => {
  const [lower, upper] = intervalOf(values).interval
  return upper - lower
}

describe('the spread within groups', () => {
  it('is the pooled variance, and its part of what is possible lies in 0 to 1', () => {
    const grouped = [0.2, 0.4, 0.9, 0.7, 0.5].map((value, at) => ({
      group: at < 2 ? 'a' : 'b',
      value,
      answers: 8,
    }))
    // Squares .02 and .08 around .3 and .7, with 1 and 2 degrees of freedom.
    expect(spreadWithin(grouped)?.variance).toBeCloseTo(0.1 / 3, 12)
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            group: fc.constantFrom('a', 'b'),
            value: share,
            answers: fc.integer({ min: 1, max: 30 }),
          }),
          { maxLength: 20 },
        ),
        (values) => {
          const { part, variance } = spreadWithin(values) ?? { part: 0, variance: 0 }
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1 + 1e-9)
          expect(variance).toBeLessThanOrEqual(0.5 + 1e-9)
        },
      ),
    )
  })

  it('counts yes and no as all that is possible, and one case a group as nothing', () => {
    expect(spreadWithin([0, 1, 1, 0].map((value) => ({ group: 'a', value, answers: 1 })))?.part).toBeCloseTo(
      1,
      12,
    )
    expect(spreadWithin(['a', 'b'].map((group) => ({ group, value: 0.5, answers: 8 })))).toBeUndefined()
    expect(spreadWithin([1, 1].map((value) => ({ group: 'a', value, answers: 1 })))).toBeUndefined()
  })

  it('is borrowed with four degrees of freedom, or as many as there are', () => {
    const own = { variance: 0.09, df: 2 }
    expect(steadied(own, 0.5, others).variance).toBeCloseTo((2 * 0.09 + 4 * 0.03) / 6, 12)
    expect(steadied(own, 0.5, { ...others, df: 1 })).toMatchObject({ df: 3 })
  })
})

describe('composites of few cases', () => {
  it('have an interval with width that holds the mean, however alike they are', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), (values) => {
        const { interval, mean } = intervalOf(values)
        const [lower, upper] = interval
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(mean + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(mean - 1e-9)
        expect(upper - lower).toBeGreaterThan(0.02)
      }),
    )
  })

  it('are surer the more cases there are, and say something already with two', () => {
    const widths = [1, 2, 3, 5, 9].map((n) => widthOf(Array.from({ length: n }, () => 0.75)))
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    // Student's with one degree of freedom would be 12.7 standard errors to either side: all of 0 to 1.
    expect(widthOf([0.6, 0.9])).toBeLessThan(0.7)
  })

  it('have no width after a complete census', () => {
    expect(intervalOf([1, 0.5], 1)).toMatchObject({ interval: [0.75, 0.75], method: 'hypergeometric' })
  })

  it('keep their own spread from ten cases on', () => {
    const ten = Array.from({ length: 10 }, (_, at) => 0.3 + 0.04 * at)
    expect(intervalOf(ten).interval).toEqual(
      intervalOf(ten, 8, { variance: 9, part: 1, answers: 1, df: 99 }).interval,
    )
  })
})
