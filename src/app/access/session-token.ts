import { createHash } from 'node:crypto'

/** Bytes from a cryptographic source; an argument, so that tests can repeat themselves. */
export type RandomBytes = (count: number) => Uint8Array

/** A new secret of 256 bits, in letters that a cookie can carry. */
export function newToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** What is stored and looked up instead of the token. A fast hash suffices: there is nothing to guess in 256 random bits. */
export function tokenHash(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}
