import { Buffer } from 'node:buffer'
import { generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto'
import { checkLog, type LogCheck, type UnsealedEntry } from './check-log.ts'
import { checkWritten } from './check-written.ts'
import { encodeEntry, type SealedEntry } from './entry.ts'
import { signHead, type Signer } from './grow.ts'
import { headText, type SignedHead } from './head.ts'
import { leafHash, MerkleTree } from './merkle-tree.ts'
import type { StoredHead, StoredSeal, Verifies } from './tree-check.ts'

export const municipality = '6f1d0a52-9f0e-4c66-8f0e-0d6f4f1c2a10'

/** What the tables and the file of heads hold, to be damaged at will. */
export interface World {
  entries: SealedEntry[]
  seals: Omit<StoredSeal, 'entry'>[]
  heads: StoredHead[]
  written: SignedHead[]
}

export interface TestKey extends Signer {
  readonly publicKey: KeyObject
}

export function newTestKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    keyId: hash('sha256', publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    publicKey,
  }
}

export function verifierOf({ keyId, publicKey }: TestKey): Verifies {
  return (head) =>
    head.key === keyId &&
    verify(null, Buffer.from(headText(head)), publicKey, Buffer.from(head.signature, 'base64'))
}

export function leafOf(entry: SealedEntry): Buffer {
  return leafHash(encodeEntry(entry))
}

/** The entries sealed in batches of these sizes; what is left over is the last batch. */
export function seal(entries: readonly SealedEntry[], batches: readonly number[], key: Signer): World {
  const world: World = { entries: [...entries], seals: [], heads: [], written: [] }
  for (const entry of entries) addSeal(world, entry)
  signAll(world, batches, key)
  world.written = world.heads.map(({ head }) => head)
  return world
}

function addSeal(world: World, entry: SealedEntry): void {
  world.seals.push({
    position: world.seals.length + 1,
    log: entry.log,
    entryId: entry.id,
    leaf: leafOf(entry),
    redacted: undefined,
  })
}

/** Heads for the seals as they are, from nothing. */
export function signAll(world: World, batches: readonly number[], key: Signer): void {
  world.heads = []
  const tree = new MerkleTree()
  const sizes = [...batches, Infinity]
  let left = sizes.shift() ?? 0
  for (const [i, { leaf }] of world.seals.entries()) {
    tree.append(leaf)
    left -= 1
    if (left > 0 && i < world.seals.length - 1) continue
    left = sizes.shift() ?? Infinity
    const facts = { municipality, time: `${1_790_000_000 + i}.000000`, seen: `${i}:${i}:` }
    const head = signHead(world.heads.at(-1)?.head, tree, facts, key)
    world.heads.push({ head, peaks: Buffer.concat(tree.peaks) })
  }
}

async function* pages<T>(rows: readonly T[], size = 7): AsyncIterable<readonly T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}

/** What verification says of it; `written`: with the file of heads. */
export async function check(world: World, verifies: Verifies, { written = true } = {}): Promise<LogCheck> {
  const entries = new Map(world.entries.map((entry) => [`${entry.log} ${entry.id}`, entry]))
  const sealed = new Set(world.seals.map(({ log, entryId }) => `${log} ${entryId}`))
  const unsealed = world.entries
    .filter(({ log, id }) => !sealed.has(`${log} ${id}`))
    .map(({ log, id, at }): UnsealedEntry => ({ log, id, at, overlooked: true }))
  const seals = world.seals
    .toSorted((a, b) => a.position - b.position)
    .map((one) => ({ ...one, entry: entries.get(`${one.log} ${one.entryId}`) }))
  const heads = world.heads.toSorted((a, b) => a.head.number - b.head.number)
  const result = await checkLog(
    { heads: () => pages(heads), seals: () => pages(seals), unsealed: () => pages(unsealed) },
    verifies,
  )
  if (written)
    await checkWritten(
      municipality,
      pages(world.written.map((head, i) => ({ line: i + 1, head }))),
      (numbers) =>
        Promise.resolve(heads.flatMap(({ head }) => (numbers.includes(head.number) ? [head] : []))),
      result,
      verifies,
    )
  return result
}
