import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'

/** Bytes of a SHA-256. */
const hashSize = 32

// RFC 9162, 2.1.1: leaves and inner nodes begin with different bytes, so that neither passes for the other.
const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

/** The hash of a leaf's content. */
export function leafHash(content: Buffer): Buffer {
  return hash('sha256', Buffer.concat([leafMark, content]), 'buffer')
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([nodeMark, left, right]), 'buffer')
}

/**
 * A Merkle tree (RFC 9162) that only grows: of its leaves it keeps the roots of the perfect subtrees, the largest first,
 * one for every 1 among the binary digits of its size.
 */
export class MerkleTree {
  #size: number
  #peaks: Buffer[]

  constructor(size = 0, peaks: readonly Buffer[] = []) {
    this.#size = size
    this.#peaks = [...peaks]
  }

  get size(): number {
    return this.#size
  }

  get peaks(): readonly Buffer[] {
    return this.#peaks
  }

  append(leaf: Buffer): void {
    let node = leaf
    // Two subtrees of one height become one, as digits are carried.
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#peaks.pop()
      if (left === undefined) throw new Error('a tree has one peak for every 1 of its size')
      node = nodeHash(left, node)
    }
    this.#peaks.push(node)
    this.#size += 1
  }

  /** The Merkle Tree Hash; of no leaves the hash of nothing. */
  root(): Buffer {
    return (
      this.#peaks.reduceRight<Buffer | undefined>(
        (right, left) => (right === undefined ? left : nodeHash(left, right)),
        undefined,
      ) ?? hash('sha256', '', 'buffer')
    )
  }

  copy(): MerkleTree {
    return new MerkleTree(this.#size, this.#peaks)
  }
}

/** The tree of that size with these peaks, written one after the other; undefined when they cannot be its. */
export function findTree(size: number, peaks: Buffer): MerkleTree | undefined {
  const ones = size.toString(2).replaceAll('0', '').length
  if (peaks.length !== ones * hashSize) return undefined
  const hashes = Array.from({ length: ones }, (_, i) => peaks.subarray(i * hashSize, (i + 1) * hashSize))
  return new MerkleTree(size, hashes)
}
