import { assert, array, boolean, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { chooseHandlers, thoseThere } from './critical-handlers.ts'

const chains = array(array(record({ away: boolean(), barred: boolean() }), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
}).map((links) =>
  links.map((link, at) => link.map((each, number) => ({ ...each, person: `${at}/${number}` }))),
)

test('who answers for the unit is told of a critical case, away or not', () => {
  assert(
    property(chains, (chain) => {
      const told = chooseHandlers(chain)
      for (const { person } of chain[0] ?? []) expect(told).toContain(person)
    }),
  )
})

test('whenever anybody is there who can close the case, one of them is told', () => {
  assert(
    property(chains, (chain) => {
      const able = chain.flat().filter(({ away, barred }) => !away && !barred)
      const told = chooseHandlers(chain)
      expect(able.length === 0 || able.some(({ person }) => told.includes(person))).toBe(true)
    }),
  )
})

test('where nobody at all is there everybody is told, and further down nobody who is not needed', () => {
  const handler = (person: string, away: boolean) => ({ person, away, barred: false })
  expect(chooseHandlers([[handler('a', true)], [handler('b', true)], [handler('c', true)]])).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(chooseHandlers([[handler('a', true)], [handler('b', false)], [handler('c', false)]])).toEqual([
    'a',
    'b',
  ])
  expect(chooseHandlers([[handler('a', false)], [handler('b', false)]])).toEqual(['a'])
  expect(thoseThere([handler('a', true), handler('b', false)])).toEqual(['b'])
  expect(thoseThere([handler('a', true)])).toEqual(['a'])
})
