import { forgetAnswered as forget, wasAnsweredBefore } from '../../storage/answered-request.ts'
import type { Database } from '../../storage/transaction.ts'

/** As long as a client may go on asking again; replies may be personal, so no longer. */
const kept = 24 * 60 * 60_000

/** Forgets the replies of keyed requests after a day, in every municipality. */
export async function forgetAnswered(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept)
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    await database.transaction({ municipalityId, personId: null }, async (tx) => {
      if (!(await wasAnsweredBefore(tx.reader, before))) return
      const entry = { room: 'access', act: 'forget-replies', subjectKind: 'municipality' } as const
      await forget(await tx.recordChange(entry), before)
    })
  }
}
