import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles, type Role, type RoleGrant } from '../access/role.ts'
import { listSealingLevels, type SealedLevel, type SealQuestion } from './results-seal.ts'

const reviewers: Readonly<Record<number, readonly Role[]>> = {
  1: ['department-manager', 'professional-coordinator'],
  2: ['area-manager', 'unit-lawyer'],
  3: ['staff-lawyer'],
}
const level = (number: number, reviews: number, submitted: number, drawn = true): SealedLevel => ({
  level: number,
  reviewers: reviewers[number] ?? [],
  drawn,
  reviews,
  submitted,
})
const grant = (role: Role, rest: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  unit: null,
  from: '2020-01-01',
  until: null,
  ...rest,
})
const ask = (rest: Partial<SealQuestion>): readonly number[] =>
  listSealingLevels({
    roundState: 'open',
    levels: [level(1, 20, 20), level(2, 10, 9), level(3, 0, 0, false)],
    roles: [],
    ownOpenLevels: [],
    today: '2026-11-22',
    ...rest,
  })

test('a level that has submitted everything sees results while the round is open', () => {
  expect(ask({ roles: [grant('department-manager')] })).toEqual([])
})

test('one review that is missing at a level keeps all who review there waiting', () => {
  expect(ask({ roles: [grant('area-manager')] })).toEqual([2])
  expect(ask({ roles: [grant('unit-lawyer')] })).toEqual([2])
})

test('a level whose cases are still to be drawn is waiting, though nothing is missing at it', () => {
  expect(ask({ roles: [grant('staff-lawyer')] })).toEqual([3])
})

test('who reviews nowhere has nothing to be sealed from', () => {
  for (const role of ['director', 'administrator'] as const) expect(ask({ roles: [grant(role)] })).toEqual([])
})

test('a second role that reviews seals the first that does not', () => {
  expect(ask({ roles: [grant('director'), grant('staff-lawyer')] })).toEqual([3])
})

test('a role that is yet to begin seals already, and one that has ended no longer', () => {
  expect(ask({ roles: [grant('staff-lawyer', { from: '2027-01-01' })] })).toEqual([3])
  expect(ask({ roles: [grant('staff-lawyer', { until: '2026-11-21' })] })).toEqual([])
  expect(ask({ roles: [grant('staff-lawyer', { until: '2026-11-22' })] })).toEqual([3])
})

test('a review in own hands seals even after the role has gone', () => {
  expect(ask({ roles: [grant('director')], ownOpenLevels: [2] })).toEqual([2])
})

test('a closed round is open to read, whatever was left undone', () => {
  expect(ask({ roundState: 'closed', roles: [grant('staff-lawyer')], ownOpenLevels: [1] })).toEqual([])
})

test('no one who could still be given a case of the round sees its results', () => {
  const anyLevels = fc
    .array(fc.record({ drawn: fc.boolean(), reviews: fc.nat(9), missing: fc.nat(3) }), {
      minLength: 3,
      maxLength: 3,
    })
    .map((rows) =>
      rows.map(({ drawn, reviews, missing }, at) =>
        level(at + 1, reviews + missing, drawn ? reviews : 0, drawn),
      ),
    )
  fc.assert(
    fc.property(anyLevels, fc.subarray([...roles]), (levels, held) => {
      const sealing = ask({ levels, roles: held.map((role) => grant(role)) })
      const waits = levels.filter(
        ({ reviewers: allowed, drawn, reviews, submitted }) =>
          held.some((role) => allowed.includes(role)) && !(drawn && submitted === reviews),
      )
      expect(sealing).toEqual(waits.map(({ level: number }) => number))
    }),
  )
})
