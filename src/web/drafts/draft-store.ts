import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { SealedDrafts } from './draft-seal.ts'

interface Schema extends DBSchema {
  drafts: { key: string; value: SealedDrafts; indexes: { owner: string } }
}

/** More reviews than anyone leaves unsent on one computer. */
const mostRecords = 200

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('tilsyn-drafts', 1, {
    upgrade(created) {
      created.createObjectStore('drafts', { keyPath: 'id' }).createIndex('owner', 'owner')
    },
  }).catch((error: unknown) => {
    // The next call tries again.
    opened = undefined
    throw error
  })
  return opened
}

/** Rejects when the browser keeps nothing (private window, full disk) or there is no room for more. */
export async function putDraft(record: SealedDrafts): Promise<void> {
  const transaction = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' })
  const { store } = transaction
  if ((await store.getKey(record.id)) === undefined && (await store.count()) >= mostRecords) {
    await transaction.done
    throw new Error('too many drafts on this computer')
  }
  await Promise.all([store.put(record), transaction.done])
}

export async function removeDraft(id: string): Promise<void> {
  await (await database()).delete('drafts', id)
}

export async function listDrafts(owner: string): Promise<readonly SealedDrafts[]> {
  return (await database()).getAllFromIndex('drafts', 'owner', owner)
}

export async function countDrafts(owner: string): Promise<number> {
  return (await database()).countFromIndex('drafts', 'owner', owner)
}

export async function removeDraftsOf(owner: string): Promise<void> {
  const transaction = (await database()).transaction('drafts', 'readwrite')
  const ids = await transaction.store.index('owner').getAllKeys(owner)
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done])
}
