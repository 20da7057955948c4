import { noHeadBefore, headDigest, headText, type SignedHead, type UnsignedHead } from './head.ts'
import type { MerkleTree } from './merkle-tree.ts'

/** Signs with a key that stays outside the database. */
export interface Signer {
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string
  /** Ed25519, base64. */
  readonly sign: (text: string) => string
}

/** The head of a tree that has grown beyond `previous`. */
export function signHead(
  previous: SignedHead | undefined,
  tree: MerkleTree,
  facts: Pick<UnsignedHead, 'municipality' | 'time' | 'seen'>,
  signer: Signer,
): SignedHead {
  const head: UnsignedHead = {
    ...facts,
    number: (previous?.number ?? 0) + 1,
    size: tree.size,
    root: tree.root().toString('hex'),
    previous: previous === undefined ? noHeadBefore : headDigest(previous),
    key: signer.keyId,
  }
  return { ...head, signature: signer.sign(headText(head)) }
}
