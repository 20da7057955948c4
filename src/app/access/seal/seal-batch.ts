import { leafHash, findTree, MerkleTree } from '../../../core/access/seal/merkle-tree.ts'
import { encodeEntry } from '../../../core/access/seal/entry.ts'
import { signHead, type Signer } from '../../../core/access/seal/grow.ts'
import { headText, type SignedHead } from '../../../core/access/seal/head.ts'
import type { StoredHead } from '../../../core/access/seal/tree-check.ts'
import { appendSeals, sealerOf, tryToSeal } from '../../../storage/access/seal/append-seals.ts'
import { listFreshEntries, type Reached } from '../../../storage/access/seal/fresh-entries.ts'
import { findLastHead } from '../../../storage/access/seal/heads.ts'
import { findSnapshot, type Snapshot } from '../../../storage/access/seal/snapshot.ts'
import type { MunicipalityId } from '../../../storage/ids.ts'
import type { Database } from '../../../storage/transaction.ts'

/** What a server remembers of a municipality between batches. A server that remembers nothing only works more. */
export interface Progress {
  /** A snapshot whose every entry is sealed, where no head says so: there was nothing to seal when it was taken. */
  readonly seen: string
  /** More than one batch waited: how far it has come, and the snapshot when it was begun. */
  readonly backlog: { readonly seen: string; readonly reached: Reached } | undefined
  /** Entries were found that a snapshot had seen and no batch has sealed; all are looked through again. */
  readonly lookAgain: boolean
}

export const noProgress: Progress = { seen: '', backlog: undefined, lookAgain: false }

/** Entries of each log in one batch. */
const mostAtOnce = 5000

export interface Batch {
  readonly progress: Progress
  readonly last: SignedHead | undefined
  /** More is waiting, or another server is at it. */
  readonly more: boolean
  readonly busy: boolean
}

/** The newest head is not what this program signed; nothing must be built on it. */
class SealBroken extends Error {
  readonly code = 'seal-broken'
}

/**
 * Seals what was committed since the last batch, in a transaction of its own: acts wait for nothing. `now` is a
 * snapshot taken just before; one that is older than a remembered one means that the database was restored into
 * another server, which counts transactions anew.
 */
export async function sealBatch(
  { database, signer }: { readonly database: Database; readonly signer: Signer },
  municipality: MunicipalityId,
  progress: Progress,
  now: string,
): Promise<Batch> {
  return database.transaction(sealerOf(municipality), async ({ reader }) => {
    // The lock comes before the newest head is read, so that the head cannot be another's that is just being replaced.
    const mine = await tryToSeal(reader, municipality)
    const stored = await findLastHead(reader)
    if (!mine) return { progress, last: stored?.head, more: false, busy: true }
    const tree = treeOf(stored, signer)
    const { backlog } = progress
    const since = progress.lookAgain ? undefined : newestOf([stored?.head.seen, progress.seen], now)
    const reached = backlog?.reached ?? { access: 0, change: 0 }
    const fresh = await listFreshEntries(reader, municipality, since, reached, mostAtOnce)
    const seen = backlog?.seen ?? fresh.seen
    const [access, change] = (['access', 'change'] as const).map((log) =>
      fresh.entries.filter((entry) => entry.log === log),
    )
    const more = access?.length === mostAtOnce || change?.length === mostAtOnce
    const next: Progress = more
      ? {
          ...progress,
          backlog: {
            seen,
            reached: {
              access: Number(access?.at(-1)?.id ?? reached.access),
              change: Number(change?.at(-1)?.id ?? reached.change),
            },
          },
        }
      : { seen, backlog: undefined, lookAgain: false }
    if (fresh.entries.length === 0) return { progress: next, last: stored?.head, more, busy: false }
    const seals = fresh.entries.map((entry) => {
      const leaf = leafHash(encodeEntry(entry))
      tree.append(leaf)
      return { position: tree.size, log: entry.log, entryId: entry.id, leaf }
    })
    // Until a backlog is done, only what was already seen before it can be called seen.
    const facts = { municipality, time: fresh.time, seen: more ? (stored?.head.seen ?? '') : seen }
    const head = signHead(stored?.head, tree, facts, signer)
    await appendSeals(reader, seals, { head, peaks: Buffer.concat(tree.peaks) })
    return { progress: next, last: head, more, busy: false }
  })
}

/** The tree to go on with. Signatures are the same each time (RFC 8032), so our own head can be signed again. */
function treeOf(stored: StoredHead | undefined, signer: Signer): MerkleTree {
  if (stored === undefined) return new MerkleTree()
  const { head, peaks } = stored
  const tree = findTree(head.size, peaks)
  const ours = head.key !== signer.keyId || signer.sign(headText(head)) === head.signature
  if (tree === undefined || !ours || tree.root().toString('hex') !== head.root)
    throw new SealBroken(`head ${head.number} of ${head.municipality} was changed`)
  return tree
}

/** The newest of them that is of this server's counting. */
function newestOf(texts: readonly (string | undefined)[], now: string): Snapshot | undefined {
  const present = findSnapshot(now)
  return texts
    .flatMap((text) => findSnapshot(text ?? '') ?? [])
    .filter(({ xmax }) => present === undefined || xmax <= present.xmax)
    .toSorted((a, b) => b.xmax - a.xmax)[0]
}
