import { expect, it } from 'vitest'
import type { Figure } from '../../core/report/report.ts'
import { findSheetNumber } from './figure-cell.ts'

it('shows a change as 0 only where it is 0', () => {
  const formatOf = (value: number) => {
    const figure: Figure = {
      id: 'x',
      query: 'x',
      format: 'points',
      value,
      numerator: null,
      denominator: null,
      notApplicable: null,
      interval: null,
      sample: null,
      withheld: false,
    }
    return findSheetNumber({ text: '', figure, picture: null }, 'da')?.format
  }
  expect([0.04, -0.0032, 0.0004, 0].map(formatOf)).toStrictEqual([
    '+0;−0;0',
    '+0.0;−0.0;0',
    '+0.00;−0.00;0',
    '+0.00;−0.00;0',
  ])
})

it('keeps a share with its whole as a number that shows both', () => {
  const figure: Figure = {
    id: 'x',
    query: 'x',
    format: 'percent',
    value: 0.894,
    numerator: 210,
    denominator: 235,
    notApplicable: null,
    interval: null,
    sample: 235,
    withheld: false,
  }
  const cell = { text: '89 % af 235', figure, after: ' af 235', picture: null }
  expect(findSheetNumber(cell, 'da')).toEqual({ value: 89.4, format: '0" %"" af 235"' })
  const few = { ...cell, text: '3 af 5', figure: { ...figure, sample: 5 }, after: '' }
  expect(findSheetNumber(few, 'da')).toBeUndefined()
})
