import { expect, test } from 'vitest'
import { base32, codeOf, enrolmentAddress, stepAt, stepOfCode } from './one-time-code.ts'

// RFC 6238, appendix B, of the SHA-1 rows.
const secret = Buffer.from('12345678901234567890')
const vectors: readonly (readonly [seconds: number, code: string])[] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
]

test('codes are those of RFC 6238’s test vectors', () => {
  for (const [seconds, code] of vectors)
    expect([seconds, codeOf(secret, stepAt(new Date(seconds * 1000)), 8)]).toEqual([seconds, code])
})

test('a code counts in its step, the one before and the one after, and in no other', () => {
  const now = new Date(1_111_111_109_000)
  const code = '081804'
  const here = stepAt(now)
  const found = [-61, -31, -30, 0, 30, 31, 61].map((shift) =>
    stepOfCode(secret, code, new Date(now.getTime() + shift * 1000)),
  )
  expect(found).toEqual([undefined, here, here, here, here, undefined, undefined])
  expect(stepOfCode(secret, '081805', now)).toBeUndefined()
  expect(stepOfCode(secret, '', now)).toBeUndefined()
})

test('secrets are written in the base 32 of RFC 4648', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(base32(Buffer.from('fooba'))).toBe('MZXW6YTB')
})

test('the address for apps says whose account it is, whatever signs the names have', () => {
  const address = new URL(enrolmentAddress(secret, 'anna@example.dk', 'Sønder: By & Land'))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Tilsyn Sønder  By & Land:anna@example.dk')
  expect(address.searchParams.get('issuer')).toBe('Tilsyn Sønder  By & Land')
  expect(address.searchParams.get('secret')).toBe(base32(secret))
})
