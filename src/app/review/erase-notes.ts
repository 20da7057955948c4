import { eraseOutlivedNotes, hasOutlivedNotes } from '../../storage/review/note.ts'
import type { Database } from '../../storage/transaction.ts'

/** Erases the private notes of closed rounds, as their writers were told. Nothing is logged where there are none. */
export async function eraseNotes(database: Database): Promise<void> {
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    await database.transaction(actor, async (tx) => {
      if (!(await hasOutlivedNotes(tx.reader))) return
      const writer = await tx.recordChange({ room: 'review', act: 'erase-notes', subjectKind: 'round' })
      await eraseOutlivedNotes(writer)
    })
  }
}
