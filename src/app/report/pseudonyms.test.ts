import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { getId, type MunicipalityId } from '../../storage/ids.ts'
import { pseudonymsFor } from './pseudonyms.ts'

const secret = { bytes: Buffer.alloc(32, 1) }
const here = getId<MunicipalityId>('00000000-0000-4000-8000-000000000001')
const there = getId<MunicipalityId>('00000000-0000-4000-8000-000000000002')

test('a case has one name for a recipient and another for everybody else, and shows nothing of its number', () => {
  assert(
    property(string({ minLength: 4, maxLength: 40 }), (caseId) => {
      const name = pseudonymsFor(secret, here, 'VIVE')(caseId)
      expect(name).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{16}$/)
      expect(pseudonymsFor(secret, here, 'VIVE')(caseId)).toBe(name)
      expect(pseudonymsFor(secret, here, 'Ankestyrelsen')(caseId)).not.toBe(name)
      expect(pseudonymsFor(secret, there, 'VIVE')(caseId)).not.toBe(name)
      expect(pseudonymsFor({ bytes: Buffer.alloc(32, 2) }, here, 'VIVE')(caseId)).not.toBe(name)
    }),
  )
})

test('a recipient is the same however the name is spaced and capitalised', () => {
  const of = (recipient: string) => pseudonymsFor(secret, here, recipient)('K-1')
  expect(of(' Aarhus   universitet')).toBe(of('Aarhus Universitet'))
})

test('no two of many cases have the same name', () => {
  const pseudonym = pseudonymsFor(secret, here, 'VIVE')
  const names = Array.from({ length: 50_000 }, (_, i) => pseudonym(`K-${i}`))
  expect(new Set(names).size).toBe(names.length)
})
