import { describe, expect, it } from 'vitest'
import { methodFigures } from './method-figures.ts'

const proportion = {
  numerator: 12,
  denominator: 12,
  notApplicable: 0,
  share: 1,
  interval: null,
  method: 'none',
}
const change = {
  difference: 0.5,
  interval: [0.048, 0.988] as [number, number],
  p: null,
  q: null,
  method: 'none',
  class: 'too-few' as const,
  classicalClass: 'progress' as const,
}
const row = { ...proportion, baseline: proportion, change, inBaselineSet: true }

describe('the method box of a question', () => {
  it('prints no percentage and no interval of a change where either side has under ten answers', () => {
    expect(methodFigures({ ...row, numerator: 4, denominator: 4 })).toMatchObject({
      plain: null,
      differenceInterval: null,
    })
    expect(methodFigures({ ...row, baseline: { ...proportion, denominator: 9 } })).toMatchObject({
      plain: 1,
      differenceInterval: null,
    })
    expect(methodFigures({ ...row, baseline: null }).differenceInterval).toBeNull()
    expect(methodFigures(row)).toMatchObject({ plain: 1, differenceInterval: [0.048, 0.988] })
  })

  it('tells a question that was not tested from one that is outside the baseline', () => {
    expect(methodFigures(row).q).toBe('untested')
    expect(methodFigures({ ...row, inBaselineSet: false }).q).toBe('outside')
    expect(methodFigures({ ...row, change: { ...change, q: 0.03 } }).q).toBe(0.03)
  })
})
