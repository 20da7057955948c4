import { expect, test } from 'vitest'
import { wordsKey } from './words-key.ts'

test('words that differ in case, spaces and the stop at the end only are the same words', () => {
  const key = wordsKey('Brevet til forældrene mangler i sagen.')
  for (const alike of [
    'brevet til forældrene mangler i sagen',
    '  Brevet til\nforældrene\u00A0mangler  i sagen!',
    'BREVET TIL FORÆLDRENE MANGLER I SAGEN',
  ])
    expect(wordsKey(alike)).toBe(key)
  expect(wordsKey('Brevet til barnet mangler i sagen.')).not.toBe(key)
  expect(wordsKey('Brevet til forældrene mangler; i sagen')).not.toBe(key)
})

test('words of nothing but marks keep them, so that no key is empty', () => {
  expect(wordsKey('?!')).toBe('?!')
})
