import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMostDisagreed, timesApart } from './most-disagreed.ts'

const row = (question: string, apart: number) => ({ question, n: 10, same: 10 - apart })

test('the list of where two disagreed most is cut where the number falls, never among equals', () => {
  const rows = [row('a', 1), row('b', 3), row('c', 1), row('d', 2), row('e', 1)]
  const { first, more } = splitMostDisagreed(rows, 3)
  expect(first.map(({ question }) => question)).toEqual(['b', 'd'])
  expect(more.map(({ question }) => question)).toEqual(['a', 'c', 'e'])
})

test('where all are equal none is put before the others', () => {
  const rows = [row('a', 1), row('b', 1), row('c', 1)]
  expect(splitMostDisagreed(rows, 2)).toEqual({ first: [], more: rows })
  expect(splitMostDisagreed(rows, 3)).toEqual({ first: rows, more: [] })
})

test('no row is lost, and whoever stands first disagreed more often than all the others', () => {
  const anyRows = fc.array(fc.integer({ min: 1, max: 4 }).map((apart) => row('q', apart)))
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 8 }), (rows, most) => {
      const { first, more } = splitMostDisagreed(rows, most)
      expect(first.length + more.length).toBe(rows.length)
      expect(first.length).toBeLessThanOrEqual(most)
      const fewest = Math.min(...first.map(timesApart))
      expect(more.every((one) => timesApart(one) < fewest) || first.length === 0).toBe(true)
    }),
  )
})
