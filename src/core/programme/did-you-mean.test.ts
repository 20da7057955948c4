import { assert, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { findLikelyWord } from './did-you-mean.ts'
import { distance } from './edit-distance.ts'

test('a slip of the keyboard finds the word that was meant', () => {
  const known = ['title', 'theme', 'section', 'number']
  expect(findLikelyWord('titel', known)).toBe('title')
  expect(findLikelyWord('Sektion', known)).toBe('section')
  expect(findLikelyWord('deadline', known)).toBeUndefined()
  expect(findLikelyWord('2', ['1', '3'])).toBeUndefined()
})

test('the distance is nought for the same word only, the same both ways, and never beyond the limit', () => {
  assert(
    property(string({ maxLength: 12 }), string({ maxLength: 12 }), nat({ max: 15 }), (a, b, limit) => {
      expect(distance(a, a, 5)).toBe(0)
      expect(distance(a, b, limit)).toBe(distance(b, a, limit))
      expect(distance(a, b, limit)).toBeLessThanOrEqual(limit)
      expect(distance(a, b, 20) === 0).toBe(a === b)
    }),
  )
})

test('a letter left out, added, replaced or swapped with its neighbour is one step', () => {
  expect(['tile', 'tittle', 'tixle', 'ttile'].map((word) => distance(word, 'title', 9))).toEqual([1, 1, 1, 1])
})
