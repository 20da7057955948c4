import { expect, test } from 'vitest'
import { formatHours } from './durations.ts'

const plain = (minutes: number, language: 'da' | 'en') =>
  formatHours(minutes, language).replaceAll('\u00A0', ' ')

test('working time is told in minutes, then in hours and minutes, and from ten hours on in hours', () => {
  expect(plain(45, 'da')).toBe('45 min.')
  expect(plain(60, 'en')).toBe('1 h')
  expect(plain(135, 'da')).toBe('2 t. 15 min.')
  expect(plain(600, 'da')).toBe('10 t.')
  expect(plain(75_000, 'da')).toBe('1.250 t.')
})

test('a part of a minute never makes sixty minutes', () => {
  expect(plain(119.7, 'en')).toBe('2 h')
  expect(plain(59.7, 'en')).toBe('1 h')
})
