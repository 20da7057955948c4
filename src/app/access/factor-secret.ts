import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { PersonId } from '../../storage/ids.ts'
import type { Actor } from '../../storage/transaction.ts'
import type { DraftSecret } from '../review/draft-keys.ts'
import type { RandomBytes } from './session-token.ts'

/** Not in the database, whose copy alone therefore makes no code and tries none. */
export interface FactorKey {
  /** Encrypts what one-time codes are made from. */
  readonly bytes: Uint8Array
  /** Recovery codes are kept under it. */
  readonly recovery: Uint8Array
}

/** Of the program's own secret; a key for one purpose tells nothing of the other (HKDF, RFC 5869). */
export function factorKeyOf({ bytes }: DraftSecret): FactorKey {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, '', purpose, 32))
  return { bytes: keyFor('tilsyn one-time codes'), recovery: keyFor('tilsyn recovery codes') }
}

export interface FactorOwner {
  readonly municipalityId: Actor['municipalityId']
  readonly personId: PersonId
}

/** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. Bound to its owner, so a row copied to another person opens nothing. */
export function closeSecret(
  key: FactorKey,
  owner: FactorOwner,
  secret: Uint8Array,
  randomBytes: RandomBytes,
): Uint8Array {
  const nonce = Buffer.from(randomBytes(12))
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(nameOf(owner))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, text, cipher.getAuthTag()])
}

export function openSecret(key: FactorKey, owner: FactorOwner, closed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(closed)
  const cipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12))
  cipher.setAAD(nameOf(owner)).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
}

function nameOf({ municipalityId, personId }: FactorOwner): Buffer {
  return Buffer.from(`${municipalityId} ${personId}`)
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 140 random bits that can be read from paper: 28 letters and digits in groups of four. */
export function newRecoveryCode(randomBytes: RandomBytes): string {
  // 32 letters, so that a byte's last five bits choose evenly.
  const text = [...randomBytes(28)].map((byte) => letters[byte % letters.length]).join('')
  return text.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** HMAC-SHA256; undefined for what cannot be a recovery code. Hyphens, spaces and capitals don't matter. */
export function recoveryHash(key: FactorKey, owner: FactorOwner, typed: string): Uint8Array | undefined {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  // Those given before 24 November 2026 have 24.
  if (!/^[a-z2-9]{24}(?:[a-z2-9]{4})?$/.test(code)) return undefined
  return createHmac('sha256', key.recovery)
    .update(`${owner.municipalityId} ${owner.personId} ${code}`)
    .digest()
}
