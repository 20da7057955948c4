import { expect, it } from 'vitest'
import { folderUnusable } from './server-problems.ts'

it('says in words why a data folder cannot be used, and nothing where the cause is not known', () => {
  const denied = folderUnusable('data', Object.assign(new Error('no'), { code: 'EACCES' })).text
  expect(denied.da).toBe(
    'Datamappen data kan ikke oprettes eller bruges (adgang nægtet). Vælg en anden med TILSYN_DATA.',
  )
  expect(denied.en).toContain('(access denied)')
  expect(folderUnusable('data', new Error('odd')).text.en).toBe(
    'The data folder data cannot be made or used. Choose another one with TILSYN_DATA.',
  )
})
