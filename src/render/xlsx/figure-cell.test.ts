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
