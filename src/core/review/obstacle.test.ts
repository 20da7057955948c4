import { expect, test } from 'vitest'
import type { Reviewer } from './assign-reviewers.ts'
import { obstacleOf, type Place } from './obstacle.ts'

const all: readonly Reviewer[] = [
  { person: 'leader', role: 'department-manager', unit: 'north' },
  { person: 'other', role: 'department-manager', unit: 'south' },
  { person: 'coordinator', role: 'professional-coordinator', unit: 'north' },
  { person: 'second', role: 'department-manager', unit: 'north' },
]
const place: Place = { unit: 'north', barred: new Set(), away: new Set(), holder: null, beside: null }
const obstacle = (person: string, more: Partial<Place> = {}) => obstacleOf(person, all, { ...place, ...more })

test('a colleague of the level in the unit can take a place that nothing bars them from', () => {
  expect(obstacle('leader')).toBeNull()
  expect(obstacle('other')).toBe('other-unit')
  expect(obstacle('leader', { barred: new Set(['leader']) })).toBe('barred')
  expect(obstacle('leader', { away: new Set(['leader']) })).toBe('away')
  expect(obstacle('leader', { holder: 'leader' })).toBe('already-reviewer')
})

test('two who fill in one form together have different roles', () => {
  expect(obstacle('second', { beside: 'leader' })).toBe('same-role')
  expect(obstacle('coordinator', { beside: 'leader' })).toBeNull()
})
