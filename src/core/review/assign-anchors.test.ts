import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignWithAnchors } from './assign-anchors.ts'
import { assignReviewers, type Reviewer } from './assign-reviewers.ts'

const none: ReadonlySet<string> = new Set()
const lawyers = ['a', 'b', 'c'].map((person): Reviewer => ({ person, role: 'central-lawyer', unit: null }))
const drawn = (count: number) => Array.from({ length: count }, () => ({ unit: 'N', participants: none }))
const anchor = (...notBlind: readonly string[]) => ({
  unit: 'N',
  participants: none,
  notBlind: new Set(notBlind),
})

describe('giving out anchors among the drawn cases', () => {
  it('never gives an anchor to somebody who has seen it, and moves no drawn case', () => {
    const person = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.array(person), { maxLength: 6 }),
        (count, seenBy) => {
          const anchors = seenBy.map((seen) => anchor(...seen))
          const given = assignWithAnchors(drawn(count), anchors, lawyers, false)
          expect(given.drawn).toEqual(assignReviewers(drawn(count), lawyers, false))
          given.anchors.forEach(({ first }, at) => {
            const seen = new Set<string>(seenBy[at])
            expect(first === null).toBe(seen.size === lawyers.length)
            expect(seen.has(first ?? '')).toBe(false)
          })
        },
      ),
    )
  })

  it('spreads them as if they were drawn', () => {
    const given = assignWithAnchors(drawn(4), [anchor(), anchor()], lawyers, false)
    const counts = new Map<string | null, number>()
    for (const { first } of [...given.drawn, ...given.anchors])
      counts.set(first, (counts.get(first) ?? 0) + 1)
    expect([...counts.values()]).toEqual([2, 2, 2])
  })

  it('leaves an anchor out rather than give it to one where two fill every form together', () => {
    const pair: readonly Reviewer[] = [
      { person: 'chief', role: 'area-manager', unit: 'N' },
      { person: 'lawyer', role: 'unit-lawyer', unit: 'N' },
    ]
    const given = assignWithAnchors(drawn(1), [anchor('lawyer'), anchor()], pair, true)
    expect(given.anchors).toEqual([
      { first: null, second: null },
      { first: 'chief', second: 'lawyer' },
    ])
    const alone = assignWithAnchors(drawn(1), [anchor()], pair.slice(0, 1), true)
    expect(alone.anchors).toEqual([{ first: 'chief', second: null }])
  })
})
