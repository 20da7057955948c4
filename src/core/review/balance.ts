import { findNegativeRing } from './negative-ring.ts'

/** A place that can be given to somebody else. */
export interface PlaceToBalance {
  readonly id: string
  /** Who holds it now; null: nobody. */
  readonly holder: string | null
  /** Who can take it, the holder included where they can keep it. */
  readonly able: ReadonlySet<string>
}

export interface Move {
  readonly id: string
  readonly from: string | null
  readonly to: string
}

/** The graph's first node stands for "given to nobody". */
const nobody = 0

/**
 * The moves after which the work is as even as it can be, and no more of them than that takes. `loads` is what each
 * already has beside these places. Everything that somebody can take is given to somebody; what nobody can take stays
 * out.
 *
 * It is a flow of least cost, from places to people: the k-th place of a person costs 2k − 1, so that the sum is the
 * sum of squared loads, and where that is least, the greatest load is least and the least is greatest too (Harvey,
 * Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and load balancing", J. Algorithms 59, 2006). Begins
 * with the present holders and takes away chains of moves that are cheaper done than left, until there is none.
 */
export function balance(
  places: readonly PlaceToBalance[],
  loads: ReadonlyMap<string, number>,
): readonly Move[] {
  const people = [...new Set(places.flatMap(({ able }) => [...able]))].toSorted()
  const nodeOf = new Map(people.map((person, i) => [person, i + 1]))
  const sink = people.length + 1
  const size = people.length + 2
  const stayed = places.map(({ holder, able }) =>
    holder !== null && able.has(holder) ? nodeOf.get(holder) : undefined,
  )
  const able = places.map((place) => [...place.able].map((person) => nodeOf.get(person) ?? nobody))
  const holders = stayed.map((node) => node ?? nobody)
  const load = Array.from({ length: size }, (_, node) => loads.get(people[node - 1] ?? '') ?? 0)
  for (const holder of holders) load[holder] = (load[holder] ?? 0) + 1
  // One step more even outweighs every possible move, and one more place given out outweighs all evenness.
  const even = 2 * places.length + 1
  const outside = even * 2 * (Math.max(...load) + places.length + 1) * (places.length + 1)

  for (;;) {
    const { cost, moved } = listEdges()
    const ring = findNegativeRing(size, cost)
    if (ring === undefined) break
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? nobody
      const place = moved[from * size + to] ?? -1
      if (place < 0) return
      holders[place] = to
      load[from] = (load[from] ?? 0) - 1
      load[to] = (load[to] ?? 0) + 1
    })
  }
  return places.flatMap(({ id, holder }, i) => {
    const to = people[(holders[i] ?? nobody) - 1]
    return to === undefined || to === holder ? [] : [{ id, from: holder, to }]
  })

  /** The cheapest way from each node to each other, and the place that would move; -1: none, the chain's end. */
  function listEdges(): { readonly cost: Float64Array; readonly moved: Int32Array } {
    const cost = new Float64Array(size * size).fill(Infinity)
    const moved = new Int32Array(size * size).fill(-1)
    const add = (from: number, to: number, price: number, place: number) => {
      const edge = from * size + to
      if (price >= (cost[edge] ?? 0)) return
      cost[edge] = price
      moved[edge] = place
    }
    for (let place = 0; place < places.length; place += 1) {
      const from = holders[place] ?? nobody
      const leaving = from === stayed[place] ? 1 : 0
      for (const to of able[place] ?? [])
        if (to !== from) add(from, to, leaving - (to === stayed[place] ? 1 : 0), place)
      if (from !== nobody) add(from, nobody, leaving, place)
    }
    for (let person = 1; person < sink; person += 1) {
      const now = load[person] ?? 0
      add(person, sink, even * (2 * now + 1), -1)
      add(sink, person, -even * (2 * now - 1), -1)
    }
    add(nobody, sink, outside, -1)
    add(sink, nobody, -outside, -1)
    return { cost, moved }
  }
}
