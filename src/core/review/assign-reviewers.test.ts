import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignReviewers, type Reviewer } from './assign-reviewers.ts'

const none: ReadonlySet<string> = new Set()
const manager: Reviewer = { person: 'manager', role: 'department-manager', unit: 'A' }
const coordinator: Reviewer = { person: 'coordinator', role: 'professional-coordinator', unit: 'A' }
const stranger: Reviewer = { person: 'stranger', role: 'department-manager', unit: 'B' }

describe('assigning reviewers', () => {
  it('never gives a case to somebody who took part in it or who belongs to another unit', () => {
    const person = fc.constantFrom('p1', 'p2', 'p3', 'p4')
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            person,
            role: fc.constantFrom('r1', 'r2'),
            unit: fc.constantFrom('A', 'B', null),
          }),
          { maxLength: 6 },
        ),
        fc.array(fc.record({ unit: fc.constantFrom('A', 'B'), participants: fc.array(person) }), {
          maxLength: 20,
        }),
        fc.boolean(),
        (reviewers, cases, together) => {
          const wanted = cases.map(({ unit, participants }) => ({
            unit,
            participants: new Set<string>(participants),
          }))
          const assigned = assignReviewers(wanted, reviewers, together)
          expect(assigned).toHaveLength(cases.length)
          const chosen = assigned.flatMap(({ first, second }, i) =>
            [first, second].flatMap((person) => (person === null ? [] : [{ person, wanted: wanted[i] }])),
          )
          for (const { person, wanted: each } of chosen) {
            expect(each?.participants.has(person)).toBe(false)
            const units = reviewers.filter((reviewer) => reviewer.person === person).map(({ unit }) => unit)
            expect(units.some((unit) => unit === null || unit === each?.unit)).toBe(true)
          }
          expect(assigned.filter(({ first, second }) => first !== null && first === second)).toEqual([])
        },
      ),
    )
  })

  it('spreads the cases so that nobody has two more than another who could take them', () => {
    const reviewers = ['a', 'b', 'c'].map((person) => ({ person, role: 'staff-lawyer', unit: null }))
    const cases = Array.from({ length: 20 }, () => ({ unit: 'A', participants: none }))
    const counts = new Map<string | null, number>()
    for (const { first } of assignReviewers(cases, reviewers, false))
      counts.set(first, (counts.get(first) ?? 0) + 1)
    expect([...counts.values()].toSorted((a, b) => a - b)).toEqual([6, 7, 7])
  })

  it('puts two of different roles on a case that is reviewed together', () => {
    const [only] = assignReviewers(
      [{ unit: 'A', participants: none }],
      [manager, coordinator, stranger],
      true,
    )
    expect(only).toEqual({ first: 'manager', second: 'coordinator' })
  })

  it('leaves a case without a reviewer rather than break a rule', () => {
    const cases = [{ unit: 'A', participants: new Set(['manager', 'coordinator']) }]
    expect(assignReviewers(cases, [manager, coordinator, stranger], true)).toEqual([
      { first: null, second: null },
    ])
  })
})
