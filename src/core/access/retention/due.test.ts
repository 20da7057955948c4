import { describe, expect, test } from 'vitest'
import { whyKept, type CasePart } from './due.ts'

const stages: CasePart = { kind: 'case-stages', open: false, from: '2020-01-31' }
const reviews: CasePart = { kind: 'reviews', open: false, from: '2021-06-01' }
const periods = { 'case-stages': 60, reviews: 36 }

describe('a case', () => {
  test('is due on the day the last of its periods has passed, and not the day before', () => {
    expect(whyKept([stages, reviews], periods, '2025-01-31')).toBeUndefined()
    expect(whyKept([stages, reviews], periods, '2025-01-30')).toBe('not-yet')
    expect(whyKept([stages, reviews], { ...periods, reviews: 60 }, '2026-05-31')).toBe('not-yet')
    expect(whyKept([stages, reviews], { ...periods, reviews: 60 }, '2026-06-01')).toBeUndefined()
  })

  test('is kept as long as anything of it is open, however old it is', () => {
    expect(whyKept([stages, { ...reviews, open: true }], periods, '2099-01-01')).toBe('open')
  })

  test('is kept where one part has no period: nobody has decided', () => {
    expect(whyKept([stages, reviews], { reviews: 36 }, '2099-01-01')).toBe('no-period')
    expect(whyKept([], periods, '2099-01-01')).toBe('no-period')
  })

  test('counted from 29 February is due on 1 March of a year without one', () => {
    expect(whyKept([{ ...stages, from: '2024-02-29' }], { 'case-stages': 12 }, '2025-02-28')).toBe('not-yet')
    expect(whyKept([{ ...stages, from: '2024-02-29' }], { 'case-stages': 12 }, '2025-03-01')).toBeUndefined()
  })
})
