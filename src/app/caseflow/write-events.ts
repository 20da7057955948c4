import * as imports from '../../storage/caseflow/event-import.ts'
import { keepEventMapping } from '../../storage/caseflow/event-source.ts'
import { deleteStagedEvents, mergeEvents } from '../../storage/caseflow/merge-events.ts'
import type { Actor, Transaction } from '../../storage/transaction.ts'
import { setAsideDoubles } from './registers/set-aside-doubles.ts'

/** Writes what a delivery adds and corrects, and puts the cases it touches in line to be judged. */
export async function writeEvents(tx: Transaction, actor: Actor, batch: imports.EventImport): Promise<void> {
  const { id, sourceId, counts, mapping, kinds, reading, fileDigest, channel } = batch
  const { words: _words, why: _why, ...figures } = counts
  const writer = await tx.recordChange({
    room: 'caseflow',
    act: 'confirm-events',
    subjectKind: 'event-import',
    subjectId: id,
    detail: { ...figures, fileDigest },
  })
  await mergeEvents(writer, { batch: id, source: sourceId, counts })
  await setAsideDoubles(tx, id)
  await deleteStagedEvents(writer, id)
  // A program that delivers names its columns itself.
  if (channel === 'file') await keepEventMapping(writer, sourceId, { mapping, kinds, reading })
  await imports.closeEventImport(writer, id, { state: 'confirmed', by: actor.personId })
}
