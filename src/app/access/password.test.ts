import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPasswords } from './password.ts'

const passwords = createPasswords(randomBytes)

test('a password is right for its own hash only, and two hashes of it differ', async () => {
  const [first, second] = [await passwords.hash('korrekt hest'), await passwords.hash('korrekt hest')]
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w+/=]+\$[\w+/=]+$/)
  expect(first).not.toBe(second)
  expect(await passwords.check('korrekt hest', first)).toBe('right')
  expect(await passwords.check('korrekt hesT', first)).toBe('wrong')
})

test('letters typed in another of Unicode’s forms are the same password', async () => {
  const hash = await passwords.hash('Århus på fransk')
  expect(await passwords.check('Århus på fransk'.normalize('NFD'), hash)).toBe('right')
})

test('nothing is right for a user who does not exist', async () => {
  expect(await passwords.check('', undefined)).toBe('wrong')
})

test('a password that is given waits in the same line and is turned away at its end', async () => {
  const cheap = `scrypt$2$1$1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`
  const line = Array.from({ length: 42 }, () => passwords.check('x', cheap))
  expect(await passwords.hash('korrekt hest')).toBe('too-busy')
  await Promise.all(line)
  expect(await passwords.hash('korrekt hest')).toMatch(/^scrypt/)
})

test('a flood is turned away instead of queueing for ever', async () => {
  // The lowest cost there is: the length of the line does not depend on it.
  const cheap = `scrypt$2$1$1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`
  const checks = await Promise.all(Array.from({ length: 50 }, () => passwords.check('x', cheap)))
  expect(checks.filter((check) => check === 'too-busy')).toHaveLength(8)
  expect(await passwords.check('x', undefined)).toBe('wrong')
})
