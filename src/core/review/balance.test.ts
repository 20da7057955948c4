import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { balance, type PlaceToBalance } from './balance.ts'

const people = ['a', 'b', 'c', 'd']
const place = fc.record({
  holder: fc.option(fc.constantFrom(...people), { nil: null }),
  able: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4 }),
})
const situation = fc.record({
  places: fc
    .array(place, { maxLength: 6 })
    .map((list) =>
      list.map(({ holder, able }, i): PlaceToBalance => ({ id: `r${i}`, holder, able: new Set(able) })),
    ),
  loads: fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 })
    .map((list) => new Map(people.map((person, i) => [person, list[i] ?? 0]))),
})

/** Who holds what after the moves; null: nobody can. */
function after(places: readonly PlaceToBalance[], moves: ReturnType<typeof balance>) {
  const to = new Map(moves.map((move) => [move.id, move.to]))
  return places.map(
    ({ id, holder, able }) => to.get(id) ?? (holder !== null && able.has(holder) ? holder : null),
  )
}

function loadsOf(
  places: readonly PlaceToBalance[],
  loads: ReadonlyMap<string, number>,
  holders: readonly (string | null)[],
): readonly number[] {
  const able = new Set(places.flatMap((each) => [...each.able]))
  return [...able].map(
    (person) => (loads.get(person) ?? 0) + holders.filter((held) => held === person).length,
  )
}

const spread = (values: readonly number[]) =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
const squares = (values: readonly number[]) => values.reduce((sum, each) => sum + each * each, 0)

/** Every way to give everything that somebody can take. */
function everyWay(places: readonly PlaceToBalance[]): readonly (readonly (string | null)[])[] {
  return places.reduce<readonly (readonly (string | null)[])[]>(
    (ways, { able }) =>
      ways.flatMap((way) => (able.size === 0 ? [null] : [...able]).map((person) => [...way, person])),
    [[]],
  )
}

test('nobody gets what they cannot take, and everything that somebody can take is given out', () => {
  fc.assert(
    fc.property(situation, ({ places, loads }) => {
      const moves = balance(places, loads)
      for (const { id, from, to } of moves) {
        const moved = places.find((each) => each.id === id)
        expect(moved?.able.has(to)).toBe(true)
        expect(moved?.holder).toBe(from)
      }
      after(places, moves).forEach((holder, i) => expect(holder === null).toBe(places[i]?.able.size === 0))
    }),
  )
})

test('no other way has a smaller distance from the least to the most, or is more even at all', () => {
  fc.assert(
    fc.property(situation, ({ places, loads }) => {
      const reached = loadsOf(places, loads, after(places, balance(places, loads)))
      const all = everyWay(places).map((way) => loadsOf(places, loads, way))
      expect(spread(reached)).toBe(Math.min(...all.map(spread)))
      expect(squares(reached)).toBe(Math.min(...all.map(squares)))
    }),
    { numRuns: 300 },
  )
})

test('no way that is as even takes fewer moves', () => {
  fc.assert(
    fc.property(situation, ({ places, loads }) => {
      const moves = balance(places, loads)
      const reached = squares(loadsOf(places, loads, after(places, moves)))
      const fewest = Math.min(
        ...everyWay(places)
          .filter((way) => squares(loadsOf(places, loads, way)) === reached)
          .map((way) => way.filter((person, i) => person !== null && person !== places[i]?.holder).length),
      )
      expect(moves.length).toBe(fewest)
    }),
    { numRuns: 300 },
  )
})

test('what is even already stays as it is', () => {
  const able = new Set(['a', 'b'])
  expect(
    balance(
      [
        { id: '1', holder: 'a', able },
        { id: '2', holder: 'b', able },
        { id: '3', holder: 'a', able },
      ],
      new Map(),
    ),
  ).toEqual([])
})

test('a round of 600 places and 40 people is balanced within the time a test has', () => {
  const many = Array.from({ length: 40 }, (_, i) => `p${i}`)
  const places = Array.from({ length: 600 }, (_, i) => ({
    id: String(i),
    holder: many[i % 5] ?? null,
    able: new Set(many.filter((_person, j) => (i + j) % 3 !== 0)),
  }))
  const moves = balance(places, new Map())
  expect(spread(loadsOf(places, new Map(), after(places, moves)))).toBe(0)
})
