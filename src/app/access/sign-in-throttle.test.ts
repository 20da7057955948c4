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
