import { call } from '../../contract/client.ts'
import { getDraftKeys } from '../../contract/review/draft-keys.ts'
import type { ReviewDrafts } from './draft.ts'

/** As it lies in the browser's database. In clear are random ids and which key it needs. */
export interface SealedDrafts {
  readonly id: string
  readonly owner: string
  readonly keyId: string
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

interface Key {
  readonly id: string
  readonly key: CryptoKey
}

/** Length of an AES-GCM nonce in bytes (NIST SP 800-38D, 8.2). */
const nonceLength = 12

/** Seals and opens the drafts of the signed-in person. The keys come from the server and are in memory only. */
export class DraftSeal {
  readonly #keys: readonly Key[]
  private constructor(keys: readonly Key[]) {
    this.#keys = keys
  }

  static async fetch(): Promise<DraftSeal> {
    const { keys } = await call(getDraftKeys, {})
    return new DraftSeal(
      await Promise.all(keys.map(async ({ id, key }) => ({ id, key: await importKey(bytesOf(key)) }))),
    )
  }

  async seal(id: string, owner: string, drafts: ReviewDrafts): Promise<SealedDrafts> {
    const newest = this.#keys[0]
    if (newest === undefined) throw new Error('the server gave no draft key')
    const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
    const text = new TextEncoder().encode(JSON.stringify(drafts))
    const sealed = await crypto.subtle.encrypt(algorithm(nonce, id, owner), newest.key, text)
    return { id, owner, keyId: newest.id, nonce, sealed }
  }

  /** Undefined when its key has run out, or it is not what was sealed: then nobody can ever read it. */
  async open({ id, owner, keyId, nonce, sealed }: SealedDrafts): Promise<ReviewDrafts | undefined> {
    const fitting = this.#keys.find((key) => key.id === keyId)
    if (fitting === undefined) return undefined
    try {
      const text = await crypto.subtle.decrypt(algorithm(nonce, id, owner), fitting.key, sealed)
      // What a key of the server opens was sealed by this program.
      return JSON.parse(new TextDecoder().decode(text)) as ReviewDrafts
    } catch {
      return undefined
    }
  }
}

/** Binds the text to its place, so that no record can be passed off as another's. */
function algorithm(iv: Uint8Array<ArrayBuffer>, id: string, owner: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${owner} ${id}`) }
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
