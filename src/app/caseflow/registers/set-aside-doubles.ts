import { findDoubleOf, listDoublesOf, type Double } from '../../../storage/caseflow/register-double.ts'
import { changeEntry, lockEntry } from '../../../storage/caseflow/register-entry.ts'
import type { EventImportId, RegisterEntryId } from '../../../storage/ids.ts'
import type { Transaction } from '../../../storage/transaction.ts'
import { idleEventOf } from './entry-event.ts'

/**
 * Of an event that stands both in the case system and in a register only the case system's counts, until somebody says
 * that they are two (docs/decisions/0019-registers.md).
 */
export async function setAsideDoubles(tx: Transaction, batch: EventImportId): Promise<void> {
  for (const double of await listDoublesOf(tx.reader, batch)) await setAside(tx, double)
}

/** Whether an entry that was just made repeats what the case system has. */
export async function setAsideIfDouble(tx: Transaction, entry: RegisterEntryId): Promise<boolean> {
  const double = await findDoubleOf(tx.reader, entry)
  if (double !== undefined) await setAside(tx, double)
  return double !== undefined
}

async function setAside(tx: Transaction, { entryId, sourceId, key }: Double): Promise<void> {
  const entry = await lockEntry(tx.reader, entryId)
  if (entry === undefined || entry.act === 'set-aside' || entry.act === 'withdrawn') return
  const writer = await tx.recordChange({
    room: 'caseflow',
    act: 'set-register-entry-aside',
    subjectKind: 'register-entry',
    subjectId: entryId,
  })
  const change = { act: 'set-aside', by: tx.actor.personId, reason: '', same: { sourceId, key } } as const
  await changeEntry(writer, entry, change, entry, idleEventOf('set-aside', entry))
}
