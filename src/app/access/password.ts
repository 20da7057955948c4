import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import type { RandomBytes } from './session-token.ts'

/** OWASP Password Storage Cheat Sheet: one of its equally strong settings, 32 MB a hash. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const
const keyBytes = 32

/** scrypt is heavy by design: few at a time, and a line that ends, so that a flood of sign-ins cannot take the machine. */
const atOnce = 2
const longestLine = 40

export type PasswordCheck = 'right' | 'wrong' | 'too-busy'

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export type PasswordHash = `scrypt$${string}`

export interface Passwords {
  hash(password: string): Promise<PasswordHash | 'too-busy'>
  /** Takes as long for an unknown user (`stored` undefined) as for a known one. */
  check(password: string, stored: string | undefined): Promise<PasswordCheck>
}

export function createPasswords(randomBytes: RandomBytes): Passwords {
  const line = createLine()
  return {
    hash: (password) => line(() => hashPassword(password, randomBytes)),
    async check(password, stored) {
      const { salt, key, options } = stored === undefined ? nobody : parse(stored)
      const derived = await line(() => scryptKey(password, salt, options))
      if (derived === 'too-busy') return derived
      const equal = timingSafeEqual(derived, key)
      return equal && stored !== undefined ? 'right' : 'wrong'
    },
  }
}

/** For commands, which nobody can flood; the server asks `Passwords`. */
export async function hashPassword(password: string, randomBytes: RandomBytes): Promise<PasswordHash> {
  const salt = Buffer.from(randomBytes(16))
  const key = await scryptKey(password, salt, cost)
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64')}$${key.toString('base64')}`
}

const nobody = { salt: Buffer.alloc(16), key: Buffer.alloc(keyBytes), options: cost }

function parse(stored: string): { salt: Buffer; key: Buffer; options: ScryptOptions } {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('unknown password scheme')
  return {
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
    options: { N: Number(N), r: Number(r), p: Number(p) },
  }
}

function scryptKey(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node refuses beyond 32 MB unless told; the need is 128 * N * r bytes and a little.
    const maxmem = 64 * 1024 * 1024
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...options, maxmem }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

type Line = <T>(work: () => Promise<T>) => Promise<T | 'too-busy'>

function createLine(): Line {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= longestLine) return 'too-busy'
      // The one who leaves hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
