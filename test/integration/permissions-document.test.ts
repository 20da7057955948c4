import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { permissionStates, statesOf } from '../../src/core/access/permission-states.ts'
import { permissionsDocument } from '../support/permissions-document.ts'

test('docs/permissions.md is the table that the program decides by', async () => {
  const written = await readFile(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
  expect(written).toBe(permissionsDocument())
})

test('every state that the table knows is a state of some right', () => {
  const used = new Set<string>(Object.values(statesOf).flat())
  expect(Object.keys(permissionStates).filter((name) => !used.has(name))).toEqual([])
})
