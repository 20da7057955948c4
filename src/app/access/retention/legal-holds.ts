import { randomUUID } from 'node:crypto'
import type { listLegalHolds as listRoute } from '../../../contract/access/retention/retention.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import * as stored from '../../../storage/access/retention/legal-holds.ts'
import { listParts } from '../../../storage/access/retention/parts.ts'
import { lockRetention } from '../../../storage/access/retention/runs.ts'
import { findId, getId, type LegalHoldId } from '../../../storage/ids.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

export async function listHolds(context: Context): Promise<Result<Immutable<RouteOutput<typeof listRoute>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-legal-holds', subjectKind: 'legal-hold' })
    const holds = await stored.listLegalHolds(reader)
    return done({
      holds: holds.map(({ id, caseId, reason, placedBy, placedAt, liftedBy, liftedAt, liftedReason }) => ({
        id,
        caseId,
        reason,
        by: placedBy,
        at: placedAt.toISOString(),
        lifted:
          liftedBy === null || liftedAt === null || liftedReason === null
            ? null
            : { by: liftedBy, at: liftedAt.toISOString(), reason: liftedReason },
      })),
    })
  })
}

/** Waits for a purge that is just erasing the case, and then finds it gone. */
export async function placeHold(
  context: Context,
  wanted: { readonly case: string; readonly reason: string },
): Promise<Result<{ id: string }, 'not-found' | 'held-already'>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<{ id: string }, 'not-found' | 'held-already'>> => {
      await lockRetention(tx.reader, context.actor.municipalityId)
      const reader = await tx.recordAccess({
        act: 'open-case-to-hold',
        subjectKind: 'case',
        subjectId: wanted.case,
      })
      if ((await listParts(reader, [wanted.case])).length === 0) return refused('not-found')
      const id = getId<LegalHoldId>(randomUUID())
      const writer = await tx.recordChange({
        room: 'access',
        act: 'place-legal-hold',
        subjectKind: 'case',
        subjectId: wanted.case,
      })
      const { personId: by } = context.actor
      const hold = { id, caseId: wanted.case, reason: wanted.reason, by, at: context.now }
      return (await stored.addLegalHold(writer, hold)) ? done({ id }) : refused('held-already')
    },
  )
}

export async function liftHold(
  context: Context,
  text: string,
  reason: string,
): Promise<Result<undefined, 'not-found' | 'not-held'>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<undefined, 'not-found' | 'not-held'>> => {
      const id = findId<LegalHoldId>(text)
      const subject = { subjectKind: 'legal-hold', subjectId: text }
      const reader = await tx.recordAccess({ act: 'open-legal-hold', ...subject })
      const hold = id === undefined ? undefined : await stored.lockLegalHold(reader, id)
      if (id === undefined || hold === undefined) return refused('not-found')
      if (hold.lifted) return refused('not-held')
      const writer = await tx.recordChange({
        room: 'access',
        act: 'lift-legal-hold',
        subjectKind: 'case',
        subjectId: hold.caseId,
      })
      await stored.liftLegalHold(writer, id, { by: context.actor.personId, at: context.now, reason })
      return done()
    },
  )
}
