import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import type { PersonId } from '../../storage/ids.ts'
import type { Actor } from '../../storage/transaction.ts'
import type { DraftSecret } from '../review/draft-keys.ts'
import type { RandomBytes } from './session-token.ts'

/** Encrypts what one-time codes are made from. Not in the database, whose copy alone therefore makes no code. */
export interface FactorKey {
  readonly bytes: Uint8Array
}

/** Of the program's own secret; a key for one purpose tells nothing of the other (HKDF, RFC 5869). */
export function factorKeyOf({ bytes }: DraftSecret): FactorKey {
  return { bytes: Buffer.from(hkdfSync('sha256', bytes, '', 'tilsyn one-time codes', 32)) }
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

/** 80 random bits that can be read from paper: 16 letters and digits in groups of four. */
export function newRecoveryCode(randomBytes: RandomBytes): string {
  // 32 letters, so that a byte's last five bits choose evenly.
  const text = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
  return text.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** Undefined for what cannot be a recovery code. Hyphens, spaces and capitals don't matter. */
export function recoveryHash(owner: FactorOwner, typed: string): Uint8Array | undefined {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (!/^[a-z2-9]{16}$/.test(code)) return undefined
  return createHash('sha256')
    .update(`tilsyn recovery ${owner.municipalityId} ${owner.personId} ${code}`)
    .digest()
}
