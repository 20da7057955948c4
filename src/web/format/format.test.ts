import { expect, test } from 'vitest'
import { formatDate, formatDateTime, formatPeriod, formatShortDate } from './dates.ts'
import {
  formatBytes,
  formatDecimal,
  formatInteger,
  formatInterval,
  formatPercent,
  formatPoints,
} from './numbers.ts'

const nbsp = '\u00A0'

test('Danish numbers have a decimal comma and a point between thousands', () => {
  expect(formatInteger(4012, 'da')).toBe('4.012')
  expect(formatInteger(4012, 'en')).toBe('4,012')
  expect(formatDecimal(3.456, 'da', 2)).toBe('3,46')
  expect(formatBytes(2_500_000, 'da')).toBe('2,5 MB')
})

test('percentages follow the language, with a space that does not break in Danish', () => {
  expect(formatPercent(0.722, 'da')).toBe(`72${nbsp}%`)
  expect(formatPercent(0.722, 'da', 1)).toBe(`72,2${nbsp}%`)
  expect(formatPercent(0.722, 'en')).toBe('72%')
  expect(formatInterval([0.44, 0.723], 'da')).toBe(`44–72${nbsp}%`)
})

test('a change in percentage points always shows its sign, and none when there is no change', () => {
  expect(formatPoints(0.04, 'da')).toBe('+4')
  expect(formatPoints(-0.28, 'en')).toBe('−28')
  expect(formatPoints(0, 'da')).toBe('0')
  expect(formatPoints(-0.001, 'da')).toBe('−0,1')
})

test('days are written out in both languages and never move with the time zone', () => {
  expect(formatDate('2026-11-22', 'da')).toBe('22. november 2026')
  expect(formatDate('2026-11-22', 'en')).toBe('22 November 2026')
  expect(formatShortDate('2026-11-02', 'da')).toBe('02.11.2026')
  expect(formatPeriod('2018-04-01', '2018-06-30', 'da')).toBe('1. april 2018 – 30. juni 2018')
})

test('an instant is shown in Danish time, summer and winter', () => {
  expect(formatDateTime('2026-07-01T22:30:00Z', 'da')).toContain('2. juli 2026')
  expect(formatDateTime('2026-12-01T22:30:00Z', 'da')).toContain('23.30')
})
