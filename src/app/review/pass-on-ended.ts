import { getLevel } from '../../core/programme/lookup.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { holdOpenReview } from '../../storage/review/pass-on.ts'
import { listReviewsAfterRole, type ReviewAfterRole } from '../../storage/review/role-ended.ts'
import type { Database, Reader } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { passOn } from './pass-on.ts'

/**
 * Passes on the open reviews of people whose role has ended. What they answered stays in them. Nothing happens, and
 * nothing is logged, where there are none.
 */
export async function passOnEnded(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let passed = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const found = await database.transaction(actor, ({ reader }) => listEnded(reader, today))
    for (const { review, person } of found)
      passed += await database.transaction(actor, async (tx) => {
        const subject = { subjectKind: 'review', subjectId: review } as const
        const reader = await tx.recordAccess({ act: 'pass-on-ended', ...subject })
        const held = await holdOpenReview(reader, review)
        if (held === undefined || (held.assignedTo !== person && held.assignedWith !== person)) return 0
        const writer = await tx.recordChange({ room: 'review', act: 'pass-on-ended', ...subject })
        await passOn(reader, writer, held, {
          from: person,
          by: null,
          kind: 'moved',
          reason: null,
          detail: { why: 'role-ended' },
          today,
        })
        return 1
      })
  }
  return passed
}

/** Those whose remaining roles do not review at the level. */
async function listEnded(reader: Reader, today: string): Promise<readonly ReviewAfterRole[]> {
  const ended: ReviewAfterRole[] = []
  for (const each of await listReviewsAfterRole(reader, today)) {
    const { programme } = await getProgrammeVersion(reader, each.programmeVersionId)
    const { reviewers } = getLevel(programme, each.level)
    if (!each.roles.some((role) => reviewers.includes(role))) ended.push(each)
  }
  return ended
}
