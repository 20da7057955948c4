import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Actor } from './transaction.ts'

/** The key that proves to the database on whose behalf a transaction runs, and that other keys are derived from. */
export interface ClaimKey {
  /** 32 to 64 bytes, never in the database. */
  readonly bytes: Uint8Array
  /**
   * What claims are signed with, 32 bytes: derived one way (HKDF, RFC 5869), because the database must know it to verify
   * and whoever reads it there must not come by the other keys.
   */
  readonly signing: KeyObject
}

/** The key in a text of 64 to 128 hex digits; undefined when it is none. */
export function findClaimKey(hex: string): ClaimKey | undefined {
  if (!/^(?:[0-9a-f]{2}){32,64}$/i.test(hex)) return undefined
  const bytes = Buffer.from(hex, 'hex')
  const signing = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', 'tilsyn claims', 32)))
  return { bytes, signing }
}

/** `municipality|person|session|issued-at|signature`, verified by `sealed.claim_part`; `now` in ms since 1970. */
export function signClaim(key: ClaimKey, actor: Actor, now: number): string {
  const signed = [
    actor.municipalityId,
    actor.personId ?? '',
    actor.sessionId ?? '',
    String(Math.trunc(now)),
  ].join('|')
  return `${signed}|${createHmac('sha256', key.signing).update(signed).digest('hex')}`
}

/** HMAC's two padded blocks of the signing key (RFC 2104), which let SQL verify with its builtin sha256. */
export function claimKeyBlocks(key: ClaimKey): { readonly inner: Buffer; readonly outer: Buffer } {
  const inner = Buffer.alloc(64)
  inner.set(key.signing.export())
  const outer = Buffer.from(inner)
  for (let i = 0; i < 64; i++) {
    inner.writeUInt8(inner.readUInt8(i) ^ 0x36, i)
    outer.writeUInt8(outer.readUInt8(i) ^ 0x5c, i)
  }
  return { inner, outer }
}
