import type { getCase } from '../../../contract/caseflow/deadlines.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import * as stored from '../../../storage/access/break-glass.ts'
import { findId, type BreakGlassId } from '../../../storage/ids.ts'
import { sheetOf } from '../../caseflow/get-case.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { mayReview } from './review-break-glass.ts'

/**
 * The overview sheet of the one case that a grant opens. Its events come through the database's own check of the grant, so
 * that an expired, ended or foreign one gives none, whatever the routes think.
 */
export async function readBreakGlassCase(
  context: Context,
  text: string,
): Promise<Result<Immutable<RouteOutput<typeof getCase>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const id = findId<BreakGlassId>(text)
    const opened = id === undefined ? undefined : await stored.findOpenedCase(tx.reader, id)
    const reader = await tx.recordAccess({
      act: 'open-case-by-break-glass',
      subjectKind: opened === undefined ? 'break-glass' : 'case',
      subjectId: opened ?? text,
      detail: { grant: text },
    })
    if (id === undefined) return refused('not-found')
    if (opened === undefined) {
      const kept = await stored.lockBreakGlass(reader, id)
      if (kept?.openedBy === context.actor.personId) return refused('break-glass-over')
      return refused(kept !== undefined && mayReview(context, kept) ? 'not-permitted' : 'not-found')
    }
    const events = await stored.listOpenedEvents(reader, id)
    return done(await sheetOf(context, reader, { caseId: opened, events }))
  })
}
