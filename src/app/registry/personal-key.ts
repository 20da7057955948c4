import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { MunicipalityId } from '../../storage/ids.ts'

/** The app's key for personal numbers. It is never in the database: a copy of the tables alone reveals none. */
export interface PersonalKey {
  readonly bytes: Uint8Array
}

/** The key in a text of 64 to 128 hex digits; undefined when it is none. */
export function findPersonalKey(hex: string): PersonalKey | undefined {
  return /^(?:[0-9a-f]{2}){32,64}$/i.test(hex) ? { bytes: Buffer.from(hex, 'hex') } : undefined
}

/** Hides and looks up the CPR numbers of one municipality. */
export interface CprVault {
  /** HMAC-SHA256 of the ten digits: equal numbers have equal hashes, within one municipality only. */
  hash(digits: string): Buffer
  /** AES-256-GCM: 12 bytes of nonce, the encrypted digits, 16 bytes of tag. Different each time. */
  encrypt(digits: string): Buffer
  /** Throws when the bytes were altered, or belong to another key or municipality. */
  decrypt(encrypted: Uint8Array): string
}

const nonceLength = 12
const tagLength = 16

/** Separate keys for hashing and encrypting are derived for each municipality (HKDF, RFC 5869). */
export function openCprVault(key: PersonalKey, municipality: MunicipalityId): CprVault {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key.bytes, municipality, `tilsyn cpr ${use}`, 32))
  const hashKey = derive('hash')
  const encryptionKey = derive('encryption')
  return {
    hash: (digits) => createHmac('sha256', hashKey).update(digits).digest(),
    encrypt(digits) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce)
      return Buffer.concat([nonce, cipher.update(digits, 'latin1'), cipher.final(), cipher.getAuthTag()])
    },
    decrypt(encrypted) {
      const bytes = Buffer.from(encrypted)
      const options = { authTagLength: tagLength }
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(0, nonceLength), options)
      decipher.setAuthTag(bytes.subarray(-tagLength))
      const digits = decipher.update(bytes.subarray(nonceLength, -tagLength))
      return Buffer.concat([digits, decipher.final()]).toString('latin1')
    },
  }
}
