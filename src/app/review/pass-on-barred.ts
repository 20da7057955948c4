import { listBarredReviews } from '../../storage/review/independence.ts'
import { holdOpenReview } from '../../storage/review/pass-on.ts'
import type { Database } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { passOn } from './pass-on.ts'

/**
 * Passes on the open reviews whose reviewer turned out not to be independent after the case was given out: an import
 * told who took part, or a team was entered. Nothing happens, and nothing is logged, where there are none.
 */
export async function passOnBarred(database: Database, now: Date): Promise<number> {
  let passed = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const found = await database.transaction(actor, ({ reader }) => listBarredReviews(reader))
    for (const { review, person } of found)
      passed += await database.transaction(actor, async (tx) => {
        const subject = { subjectKind: 'review', subjectId: review } as const
        const reader = await tx.recordAccess({ act: 'pass-on-barred', ...subject })
        const held = await holdOpenReview(reader, review)
        if (held === undefined || (held.assignedTo !== person && held.assignedWith !== person)) return 0
        const writer = await tx.recordChange({ room: 'review', act: 'pass-on-barred', ...subject })
        await passOn(reader, writer, held, {
          from: person,
          by: null,
          kind: 'conflict',
          reason: null,
          detail: { ground: 'registry' },
          today: danishDay(now),
        })
        return 1
      })
  }
  return passed
}
