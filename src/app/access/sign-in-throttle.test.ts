import { expect, test } from 'vitest'
import { createSignInThrottle } from './sign-in-throttle.ts'

const start = new Date('2026-11-22T08:00:00Z')
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

test('a name may fail five times from an address and then waits until the window is over', () => {
  const throttle = createSignInThrottle()
  for (let i = 0; i < 5; i++) expect(throttle.attempt('anna', 'office', start)).toBe(0)
  expect(throttle.attempt('ANNA', 'office', later(5))).toBe(600)
  expect(throttle.attempt('anna', 'home', later(5))).toBe(0)
  expect(throttle.attempt('anna', 'office', later(15))).toBe(0)
})

test('an address that tries many names waits, however many names it knows', () => {
  const throttle = createSignInThrottle()
  const waits = Array.from({ length: 101 }, (_, i) => throttle.attempt(`name-${i}`, 'office', start))
  expect(waits.slice(0, 100).every((wait) => wait === 0)).toBe(true)
  expect(waits[100]).toBe(900)
})

test('an office where hundreds sign in rightly is never made to wait', () => {
  const throttle = createSignInThrottle()
  for (let i = 0; i < 500; i++) {
    expect(throttle.attempt(`name-${i}`, 'office', start)).toBe(0)
    throttle.succeeded(`name-${i}`, 'office')
  }
})

test('an attempt that was never made does not count', () => {
  const throttle = createSignInThrottle()
  for (let i = 0; i < 50; i++) {
    expect(throttle.attempt('anna', 'office', start)).toBe(0)
    throttle.takenBack('anna', 'office')
  }
})

test('one right password does not wipe out the address’s other failures', () => {
  const throttle = createSignInThrottle()
  for (let i = 0; i < 100; i++) throttle.attempt(`name-${i}`, 'office', start)
  throttle.succeeded('name-0', 'office')
  expect(throttle.attempt('own', 'office', start)).toBe(0)
  expect(throttle.attempt('next', 'office', start)).toBeGreaterThan(0)
})

test('failures in somebody’s name from anywhere else never make them wait', () => {
  const throttle = createSignInThrottle()
  for (let from = 0; from < 300; from += 1)
    for (let i = 0; i < 10; i++) throttle.attempt('anna', `192.0.2.${from}`, start)
  expect(throttle.attempt('anna', 'home', start)).toBe(0)
  expect(throttle.attempt('bo', '192.0.2.1', start)).toBe(0)
})

test('all addresses of one IPv6 network count as one, and those of the next as others', () => {
  const throttle = createSignInThrottle()
  const addresses = [
    '2001:db8::1',
    '2001:db8:0:0:1::2',
    '2001:DB8::ffff',
    '2001:db8:0:0:9:9:9:9',
    '2001:db8::3',
  ]
  for (const address of addresses) expect(throttle.attempt('anna', address, start)).toBe(0)
  expect(throttle.attempt('anna', '2001:db8::4', start)).toBeGreaterThan(0)
  expect(throttle.attempt('anna', '2001:db8:0:1::4', start)).toBe(0)
  for (let i = 0; i < 5; i++) throttle.attempt('bo', '::ffff:192.0.2.1', start)
  expect(throttle.attempt('bo', '::ffff:192.0.2.2', start)).toBe(0)
  expect(throttle.attempt('bo', 'fe80::1%eth0', start)).toBe(0)
})
