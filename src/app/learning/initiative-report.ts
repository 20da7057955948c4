import { refusalOfInitiativeAct, type InitiativeActKind } from '../../core/learning/initiative-state.ts'
import { findId, type InitiativeId } from '../../storage/ids.ts'
import { holdInitiative, insertInitiativeAct } from '../../storage/learning/initiative.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { earliestActDay } from '../../core/learning/initiative-start.ts'
import { findPublished, mayReport } from './initiative-read.ts'

export interface ReportedAct {
  readonly kind: InitiativeActKind
  readonly day: string
  readonly note: string | null
}

/** Adds what happened to an initiative; nothing that was said before is changed. */
export async function reportInitiative(
  context: Context,
  wanted: string,
  { kind, day, note }: ReportedAct,
): Promise<Result<undefined>> {
  const id = findId<InitiativeId>(wanted)
  if (id === undefined) return refused('not-found')
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const subject = { subjectKind: 'initiative', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'read-initiative', ...subject })
    const seen = await findPublished(reader, id)
    if (seen === undefined) return refused('initiative-not-published')
    if (!mayReport(context, seen.text)) return refused('not-permitted')
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'report-initiative',
      ...subject,
      detail: { kind, day },
    })
    await holdInitiative(writer, id)
    const now = await findPublished(reader, id)
    const acts = (now?.acts ?? []).filter(({ initiative }) => initiative === id)
    const earliest = earliestActDay(seen.text.first.publishedOn)
    const refusal = refusalOfInitiativeAct(acts, { kind, day }, { earliest, today: context.today })
    if (refusal !== null) return refused(refusal)
    await insertInitiativeAct(writer, {
      initiative: id,
      kind,
      day,
      note: note === '' ? null : note,
      by: context.actor.personId,
      at: context.now,
    })
    return done()
  })
}
