import { deleteStagedEvents } from '../../storage/caseflow/merge-events.ts'
import { closeEventImport } from '../../storage/caseflow/event-import.ts'
import type { ChildId, MunicipalityId } from '../../storage/ids.ts'
import {
  listOtherKeyed,
  listOtherKeyedPreviews,
  saveRekeyed,
  type EncryptedChild,
  type RekeyedChild,
} from '../../storage/registry/cpr-rotation.ts'
import { closeImportBatch } from '../../storage/registry/import-batch.ts'
import { deleteStagedRows } from '../../storage/registry/merge-rows.ts'
import type { Database, Transaction } from '../../storage/transaction.ts'
import { openCprVault, type CprVault, type PersonalKey } from './personal-key.ts'

export interface Rotated {
  readonly changed: number
  /** Encrypted with a key that is not at hand, or altered. */
  readonly unreadable: number
  /** Previews that waited with numbers of an old key; their files must be imported again. */
  readonly discarded: number
}

/** Children a transaction: a stop in between loses little, and others wait for milliseconds. */
const perBatch = 500

/**
 * Encrypts and hashes the CPR numbers of a municipality with the newest key. Each batch is whole or not at all, and what is done is
 * not done again, so it can be stopped at any moment and begun anew; until it is through, both keys are needed.
 */
export async function rotateCprKey(
  database: Database,
  municipalityId: MunicipalityId,
  key: PersonalKey,
  progress: (changed: number) => void = () => undefined,
): Promise<Rotated> {
  const vault = openCprVault(key, municipalityId)
  const actor = { municipalityId, personId: null }
  const discarded = await database.transaction(actor, (tx) => discardPreviews(tx, vault))
  let changed = 0
  let unreadable = 0
  let after: ChildId | undefined
  for (;;) {
    const batch = await database.transaction(actor, (tx) => rotateBatch(tx, vault, after))
    if (batch === undefined) return { changed, unreadable, discarded }
    changed += batch.changed
    unreadable += batch.unreadable
    after = batch.last
    progress(changed)
  }
}

async function rotateBatch(tx: Transaction, vault: CprVault, after: ChildId | undefined) {
  const reader = await tx.recordAccess({ act: 'rotate-cpr-key', subjectKind: 'child' })
  const found = await listOtherKeyed(reader, vault.head, after, perBatch)
  const last = found.at(-1)?.id
  if (last === undefined) return undefined
  const rekeyed = found.flatMap((child) => rekey(vault, child))
  if (rekeyed.length > 0) {
    const detail = { children: rekeyed.length }
    await saveRekeyed(
      await tx.recordChange({ room: 'registry', act: 'rotate-cpr-key', subjectKind: 'child', detail }),
      rekeyed,
    )
  }
  return { last, changed: rekeyed.length, unreadable: found.length - rekeyed.length }
}

function rekey(vault: CprVault, { id, externalId, cprEncrypted }: EncryptedChild): readonly RekeyedChild[] {
  let digits: string
  try {
    digits = vault.decrypt(cprEncrypted)
  } catch {
    // Told as unreadable; nothing may be lost by a key that was left out.
    return []
  }
  const [hash, ...old] = vault.hashes(digits)
  if (hash === undefined) throw new Error('a vault has at least one key')
  // A child that a file knew by its number only is called after the hash, and is found by it in the next file.
  const made = old.some((each) => externalId === madeId(each))
  return [
    { id, externalId: made ? madeId(hash) : externalId, cprHash: hash, cprEncrypted: vault.encrypt(digits) },
  ]
}

/** As `FileChildren` makes it. */
function madeId(hash: Buffer): string {
  return `K-${hash.toString('hex').slice(0, 16)}`
}

async function discardPreviews(tx: Transaction, vault: CprVault): Promise<number> {
  const reader = await tx.recordAccess({ act: 'rotate-cpr-key', subjectKind: 'child' })
  const { registry, events } = await listOtherKeyedPreviews(reader, vault.head)
  if (registry.length + events.length === 0) return 0
  const detail = { previews: registry.length + events.length }
  const writer = await tx.recordChange({
    room: 'registry',
    act: 'rotate-cpr-key',
    subjectKind: 'import-batch',
    detail,
  })
  for (const id of registry) {
    await deleteStagedRows(writer, id)
    await closeImportBatch(writer, id, { state: 'discarded' })
  }
  for (const id of events) {
    await deleteStagedEvents(writer, id)
    await closeEventImport(writer, id, { state: 'discarded' })
  }
  return registry.length + events.length
}
