import { expect, test } from 'vitest'
import { containsAllWords } from './search-words.ts'

test('one finds a person by parts of name, role and unit in any order', () => {
  const text = 'Åse Lind Områdechef, Enhed Øst'
  expect(containsAllWords(text, 'øst områ')).toBe(true)
  expect(containsAllWords(text, 'ÅSE')).toBe(true)
  expect(containsAllWords(text, '  ')).toBe(true)
  expect(containsAllWords(text, 'åse vest')).toBe(false)
})
