import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { headText } from '../../../core/access/seal/head.ts'
import type { Verifies } from '../../../core/access/seal/tree-check.ts'
import { keyIdOf } from './key-file.ts'

/** The public Ed25519 key of a PEM; undefined when it is none. */
export function findVerifyingKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem)
    // A private key would give its public one; whoever verifies should not hold it.
    return key.asymmetricKeyType === 'ed25519' && pem.includes('PUBLIC KEY') ? key : undefined
  } catch {
    return undefined
  }
}

/** Whether one of the keys signed a head; without keys nothing is said. */
export function verifierOf(keys: readonly KeyObject[]): Verifies {
  const known = new Map(keys.map((key) => [keyIdOf(key), key]))
  return (head) => {
    if (known.size === 0) return undefined
    const key = known.get(head.key)
    return (
      key !== undefined &&
      verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, 'base64'))
    )
  }
}
