import { expect, test } from 'vitest'
import type { Session } from '../../contract/access/session.ts'
import { permissions, type Action } from '../../core/access/permissions.ts'
import { roles, type Role } from '../../core/access/role.ts'
import { isUnder, navigationFor } from './navigation.ts'

function sessionOf(role: Role): Session {
  const actions = Object.entries(permissions).filter(([, row]) => role in row)
  return {
    person: { id: 'p', name: 'P' },
    municipality: { id: 'm', name: 'M' },
    roles: [{ role, unit: null }],
    // Object.entries widens the keys of the permission table.
    rights: actions.map(([action]) => ({
      action: action as Action,
      municipality: true,
      units: [],
      own: true,
    })),
    userName: null,
    endsAt: '2026-11-22T12:00:00Z',
    method: 'password',
    factorMissing: false,
    passwordGiven: false,
    providerSignOut: null,
  }
}

test('each role sees only what it may open, and everyone their tasks', () => {
  const seen = Object.fromEntries(
    roles.map((role) => [role, navigationFor(sessionOf(role)).map(({ key }) => key)]),
  )
  expect(seen['caseworker']).toEqual([
    'tasks',
    'rounds',
    'findings',
    'deadlines',
    'learning',
    'actionPlans',
    'reports',
    'programmes',
  ])
  expect(seen['administrator']).toContain('registry')
  expect(seen['central-lawyer']).not.toContain('registry')
  expect(seen['ombudsman']).toEqual(['tasks', 'reports'])
  expect(navigationFor(null)).toEqual([])
})

test('a review belongs under my tasks, a draw under its round, and lookalikes under nothing', () => {
  expect(isUnder('/reviews/7', '/')).toBe(true)
  expect(isUnder('/rounds/2018q2/draw/1', '/rounds')).toBe(true)
  expect(isUnder('/visits/7', '/learning')).toBe(true)
  expect(isUnder('/roundsman', '/rounds')).toBe(false)
  expect(isUnder('/rounds', '/')).toBe(false)
})
