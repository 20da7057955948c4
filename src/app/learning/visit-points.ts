import { randomUUID } from 'node:crypto'
import type { PointOutcome } from '../../core/learning/visit.ts'
import { getId, type VisitId, type VisitPointId } from '../../storage/ids.ts'
import {
  findPoint,
  insertPoint,
  savePointOutcome,
  savePointText,
  type PointText,
} from '../../storage/learning/visit-point.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { againWhenOvertaken, Overtaken } from '../review/overtaken.ts'
import { openVisit } from './open-visit.ts'

interface Saved {
  readonly version: number
}

export async function addVisitPoint(
  context: Context,
  visit: VisitId,
  text: PointText,
): Promise<Result<{ id: VisitPointId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: VisitPointId }>> => {
    const id = getId<VisitPointId>(randomUUID())
    const opened = await openVisit(context, tx, visit, { act: 'point', entry: 'write-point', point: id })
    if (!opened.ok) return opened
    const { personId: by } = context.actor
    await insertPoint(await opened.value.change(), { id, visit, by, at: context.now, ...text })
    return done({ id })
  })
}

/** Changes a point of the visit's own while it is open. */
export function saveVisitPoint(
  context: Context,
  visit: VisitId,
  id: VisitPointId,
  { version, ...text }: PointText & Saved,
): Promise<Result<Saved>> {
  return againWhenOvertaken(() =>
    context.database.transaction(context.actor, async (tx): Promise<Result<Saved>> => {
      const opened = await openVisit(context, tx, visit, { act: 'point', entry: 'write-point', point: id })
      if (!opened.ok) return opened
      const { head, reader, change } = opened.value
      const point = await findPoint(reader, id, head.unit)
      if (point === undefined || point.visit !== visit) return refused('not-found')
      if (point.outcome !== null) return refused('point-settled')
      if (point.version !== version) return refused('outdated-version')
      const saved = await savePointText(await change(), id, text, version)
      if (saved === undefined) throw new Overtaken()
      return done({ version: saved })
    }),
  )
}

/** Ticks a point off, at its own visit or at a later one of the unit, or opens it again. */
export function settleVisitPoint(
  context: Context,
  visit: VisitId,
  id: VisitPointId,
  { version, outcome, note }: Saved & { readonly outcome: PointOutcome | null; readonly note: string | null },
): Promise<Result<Saved>> {
  return againWhenOvertaken(() =>
    context.database.transaction(context.actor, async (tx): Promise<Result<Saved>> => {
      const opened = await openVisit(context, tx, visit, { act: 'point', entry: 'settle-point', point: id })
      if (!opened.ok) return opened
      const { head, reader, change } = opened.value
      const point = await findPoint(reader, id, head.unit)
      if (point === undefined || point.day > head.day) return refused('not-found')
      if (point.version !== version) return refused('outdated-version')
      const settled = {
        outcome,
        note,
        visit: point.visit === visit ? null : visit,
        by: context.actor.personId,
        at: context.now,
      }
      const saved = await savePointOutcome(await change(), id, settled, version)
      if (saved === undefined) throw new Overtaken()
      return done({ version: saved })
    }),
  )
}
