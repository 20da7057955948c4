import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './free-port.ts'

const code = /\bE[A-Z]{4,}\b/u

it('says in words, and not in codes, why an address cannot be listened on', async () => {
  // An address of documentation (RFC 5737), which no machine has.
  const found = await freePort('203.0.113.1', 4000)
  expect(found.ok).toBe(false)
  const text = found.ok ? undefined : found.problems[0]?.text
  expect(text?.da).toContain('denne maskine har ikke den adresse')
  expect(text?.en).toContain('this machine does not have that address')
  expect(`${text?.da} ${text?.en}`).not.toMatch(code)
})

it('names a wanted port that another program has', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()))
  const address = taken.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const found = await freePort('127.0.0.1', port)
  await new Promise((resolve) => taken.close(resolve))
  expect(found.ok ? '' : found.problems[0]?.text.da).toContain(`Port ${port} er optaget`)
})
