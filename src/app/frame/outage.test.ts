import { expect, test } from 'vitest'
import { isDiskFull, isOutage } from './outage.ts'

/** As the driver reports what PostgreSQL answered. */
function answered(code: string): Error {
  return Object.assign(new Error('from the database'), { code })
}

test.each([
  ['57P01', 'it is being shut down'],
  ['53300', 'it has too many connections'],
  ['53100', 'its disk is full'],
  ['58030', 'its disk does not answer, as when the power of the disk goes first'],
  ['ECONNREFUSED', 'nothing listens'],
])('%s is worth asking again later: %s', (code) => {
  expect(isOutage(answered(code))).toBe(true)
})

test.each([
  ['23505', 'a row is there already'],
  ['42501', 'a row that is not ours'],
  ['XX001', 'its data are damaged'],
])('%s is not: %s', (code) => {
  expect(isOutage(answered(code))).toBe(false)
})

test('only a full disk is answered as one', () => {
  expect(isDiskFull(answered('53100'))).toBe(true)
  expect(isDiskFull(answered('58030'))).toBe(false)
})
