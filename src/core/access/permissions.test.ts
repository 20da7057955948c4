import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowed, allowedSomewhere, permissions, reachOf, type Action, type Relation } from './permissions.ts'
import { roles, type Role, type RoleGrant } from './role.ts'

// Object.keys loses the literal types of a constant object's keys.
const actions = Object.keys(permissions) as Action[]
const today = '2026-11-22'
const holds = (role: Role, unit: string | null = null, more: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  unit,
  from: '2017-09-01',
  until: null,
  ...more,
})
const municipality: Relation = { kind: 'municipality' }
const inUnit = (unit: string): Relation => ({ kind: 'unit', unit })

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyGrant: fc.Arbitrary<RoleGrant> = fc.record({
  role: fc.constantFrom(...roles),
  unit: fc.option(fc.constantFrom('Nord', 'Syd', 'Øst')),
  from: anyDay,
  until: fc.option(anyDay),
})
const anyRelation: fc.Arbitrary<Relation> = fc.oneof(
  fc.constant<Relation>({ kind: 'own' }),
  fc.constant(municipality),
  fc.constantFrom('Nord', 'Syd', 'Øst').map(inUnit),
)

describe('the permission table', () => {
  test('lets an area manager read the results of their own unit and of no other', () => {
    const grants = [holds('area-manager', 'Nord')]
    expect(allowed(grants, 'results.read', inUnit('Nord'), today)).toBe(true)
    expect(allowed(grants, 'results.read', inUnit('Syd'), today)).toBe(false)
    expect(allowed(grants, 'results.read', municipality, today)).toBe(false)
  })

  test.each(['staff-lawyer', 'central-lawyer', 'director', 'administrator'] as const)(
    'lets a %s read the results of the whole municipality',
    (role) => expect(allowed([holds(role)], 'results.read', municipality, today)).toBe(true),
  )

  test('shows a caseworker no results, and an ombudsman only what is released', () => {
    expect(allowedSomewhere([holds('caseworker', 'Nord')], 'results.read', today)).toBe(false)
    const may = actions.filter((action) => allowedSomewhere([holds('ombudsman')], action, today))
    expect(may).toEqual(['released.read', 'released.ombudsman'])
  })

  test('leaves opening, drawing, publishing and replacing to administrators and staff lawyers', () => {
    for (const action of ['round.open', 'round.draw', 'round.publish-seed', 'round.replace'] as const) {
      const may = roles.filter((role) => allowedSomewhere([holds(role, 'Nord')], action, today))
      expect(may).toEqual(['staff-lawyer', 'administrator'])
    }
  })

  test('lets nobody answer a review that is not their own', () => {
    for (const role of roles) {
      expect(allowed([holds(role, 'Nord')], 'review.answer', inUnit('Nord'), today)).toBe(false)
      expect(allowed([holds(role, 'Nord')], 'review.answer', municipality, today)).toBe(false)
    }
  })

  test('counts the first and the last day of a role, and no day outside', () => {
    const grants = [holds('director', null, { from: '2026-01-01', until: '2026-06-30' })]
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
    expect(days.map((day) => allowedSomewhere(grants, 'results.read', day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('gives a unit’s role without a unit the reach of no unit', () => {
    expect(reachOf([holds('area-manager')], 'results.read', today).units).toEqual([])
  })

  test('never gives less to a person with one role more', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant),
        anyGrant,
        fc.constantFrom(...actions),
        anyRelation,
        anyDay,
        (held, more, action, relation, day) => {
          const before = allowed(held, action, relation, day)
          expect(!before || allowed([...held, more], action, relation, day)).toBe(true)
        },
      ),
    )
  })

  test('allows a thing exactly when the reach that lists are filtered by holds it', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant),
        fc.constantFrom(...actions),
        fc.constantFrom('Nord', 'Syd'),
        anyDay,
        (held, action, unit, day) => {
          const reach = reachOf(held, action, day)
          const listed = reach.municipality || reach.units.includes(unit)
          expect(allowed(held, action, inUnit(unit), day)).toBe(listed)
        },
      ),
    )
  })
})
