import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTree, leafHash, MerkleTree } from './merkle-tree.ts'

/** The leaves and roots that implementations of Certificate Transparency (RFC 6962, whose tree is RFC 9162's) test with. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the tree has the published roots of 1 to 8 leaves', () => {
  const tree = new MerkleTree()
  const found = leaves.map((leaf) => {
    tree.append(leafHash(Buffer.from(leaf, 'hex')))
    return tree.root().toString('hex')
  })
  expect(found).toEqual(roots)
})

/** RFC 9162, 2.1.1, word for word: split at the largest power of two below the number of leaves. */
function rootByDefinition(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes
  if (first === undefined) return hash('sha256', '', 'buffer')
  if (hashes.length === 1) return first
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split))]
  return hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')
}

test('the tree that grew leaf by leaf has the root that the definition gives, also when taken up from its peaks', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 70 }), fc.nat(), (contents, at) => {
      const hashes = contents.map((content) => leafHash(Buffer.from(content)))
      const split = at % (hashes.length + 1)
      const begun = new MerkleTree()
      for (const leaf of hashes.slice(0, split)) begun.append(leaf)
      const tree = findTree(begun.size, Buffer.concat(begun.peaks))
      for (const leaf of hashes.slice(split)) tree?.append(leaf)
      expect(tree?.root()).toEqual(rootByDefinition(hashes))
    }),
  )
})

test('peaks that are too few or too many for a size make no tree', () => {
  expect(findTree(5, Buffer.alloc(32))).toBeUndefined()
  expect(findTree(5, Buffer.alloc(96))).toBeUndefined()
  expect(findTree(5, Buffer.alloc(64))?.size).toBe(5)
})
