import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { MunicipalityId } from '../../storage/ids.ts'

/** The app's key for personal numbers. It is never in the database: a copy of the tables alone reveals none. */
export interface PersonalKey {
  readonly bytes: Uint8Array
  /** Keys from before, that numbers may still be encrypted with until `tilsyn keys rotate` has been through them. */
  readonly old?: readonly Uint8Array[]
}

const hexKey = /^(?:[0-9a-f]{2}){32,64}$/i

/** The key in a text of 64 to 128 hex digits, and old ones from texts of the same kind; undefined when one is none. */
export function findPersonalKey(hex: string, old: readonly string[] = []): PersonalKey | undefined {
  if (![hex, ...old].every((each) => hexKey.test(each))) return undefined
  const bytes = Buffer.from(hex, 'hex')
  return old.length === 0 ? { bytes } : { bytes, old: old.map((each) => Buffer.from(each, 'hex')) }
}

/** Hides and looks up the CPR numbers of one municipality. */
export interface CprVault {
  /** HMAC-SHA256 of the ten digits: equal numbers have equal hashes, within one municipality only. */
  hash(digits: string): Buffer
  /** The hash by each of the keys, the newest first: for looking up while a change of keys is under way. */
  hashes(digits: string): readonly Buffer[]
  /** AES-256-GCM: one byte of form, 4 of the key's name, 12 of nonce, the encrypted digits, 16 of tag. Different each time. */
  encrypt(digits: string): Buffer
  /** Throws when the bytes were altered, or belong to a key that is not at hand or to another municipality. */
  decrypt(encrypted: Uint8Array): string
  /** What encrypted numbers of the newest key begin with. */
  readonly head: Buffer
}

interface Derived {
  readonly head: Buffer
  readonly hashKey: Buffer
  readonly encryptionKey: Buffer
}

const form = 1
const headLength = 5
const nonceLength = 12
const tagLength = 16
const digitsLength = 10

/** Separate keys for hashing, encrypting and naming are derived for each municipality (HKDF, RFC 5869). */
export function openCprVault(key: PersonalKey, municipality: MunicipalityId): CprVault {
  const newest = derive(key.bytes, municipality)
  const all = [newest, ...(key.old ?? []).map((bytes) => derive(bytes, municipality))]
  const hashBy = ({ hashKey }: Derived, digits: string) =>
    createHmac('sha256', hashKey).update(digits).digest()
  return {
    head: newest.head,
    hash: (digits) => hashBy(newest, digits),
    hashes: (digits) => all.map((each) => hashBy(each, digits)),
    encrypt(digits) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', newest.encryptionKey, nonce)
      // Which key it is stands under the tag too, so that it cannot be changed unseen.
      cipher.setAAD(newest.head)
      return Buffer.concat([
        newest.head,
        nonce,
        cipher.update(digits, 'latin1'),
        cipher.final(),
        cipher.getAuthTag(),
      ])
    },
    decrypt(encrypted) {
      const bytes = Buffer.from(encrypted)
      // Before keys could be changed the bytes did not name theirs.
      if (bytes.length === nonceLength + digitsLength + tagLength) return decryptUnnamed(all, bytes)
      const named = all.find(({ head }) => head.equals(bytes.subarray(0, headLength)))
      if (named === undefined)
        throw new Error('a personal number is encrypted with a key that is not at hand')
      return open(named, bytes.subarray(headLength), named.head)
    },
  }
}

function derive(bytes: Uint8Array, municipality: MunicipalityId): Derived {
  const part = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, municipality, `tilsyn cpr ${use}`, 32))
  const name = createHash('sha256')
    .update(part('name'))
    .digest()
    .subarray(0, headLength - 1)
  return {
    head: Buffer.concat([Buffer.of(form), name]),
    hashKey: part('hash'),
    encryptionKey: part('encryption'),
  }
}

function open({ encryptionKey }: Derived, bytes: Buffer, head: Buffer | undefined): string {
  const options = { authTagLength: tagLength }
  const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(0, nonceLength), options)
  decipher.setAuthTag(bytes.subarray(-tagLength))
  if (head !== undefined) decipher.setAAD(head)
  const digits = decipher.update(bytes.subarray(nonceLength, -tagLength))
  return Buffer.concat([digits, decipher.final()]).toString('latin1')
}

function decryptUnnamed(keys: readonly Derived[], bytes: Buffer): string {
  for (const key of keys) {
    try {
      return open(key, bytes, undefined)
    } catch {
      // Another key's, or altered: the tag does not tell which.
    }
  }
  throw new Error('a personal number was altered, or is encrypted with a key that is not at hand')
}
