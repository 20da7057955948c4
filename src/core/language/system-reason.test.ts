import { expect, it } from 'vitest'
import { systemReason } from './system-reason.ts'

it('tells the operating system’s codes in both languages', () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
  expect(systemReason(denied)).toEqual({ da: 'adgang nægtet', en: 'access denied' })
})

it('knows nothing of errors that are not the system’s', () => {
  expect(systemReason(new Error('other'))).toBeUndefined()
  expect(systemReason(Object.assign(new Error('own'), { code: 'own-code' }))).toBeUndefined()
  expect(systemReason('EACCES')).toBeUndefined()
})
