import type { Immutable } from '../../contract/frame/route.ts'
import type { VisitPointView, VisitView } from '../../contract/learning/visits.ts'
import { wordingsOf } from '../../core/learning/minutes-wordings.ts'
import { visitState } from '../../core/learning/visit.ts'
import type { VisitId } from '../../storage/ids.ts'
import { listMinutesSaves } from '../../storage/learning/visit-minutes.ts'
import { listPointsBefore, listPointsOf, type VisitPoint } from '../../storage/learning/visit-point.ts'
import { findVisitHead, getVisit as get, listVisits } from '../../storage/learning/visit.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { mayAt } from './learning-unit.ts'
import { findReadableVisit } from './open-visit.ts'

/** A visit with all that was written in it. Every look is on record. */
export async function getVisit(context: Context, id: VisitId): Promise<Result<Immutable<VisitView>>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Immutable<VisitView>>> => {
    const readable = await findReadableVisit(context, tx, id)
    if (!readable.ok) return readable
    const reader = await tx.recordAccess({ act: 'open-visit', subjectKind: 'visit', subjectId: id })
    const visit = await get(reader, id)
    const { unit, day, follows } = visit
    const first = follows === null ? undefined : await findVisitHead(reader, follows)
    const later = (await listVisits(reader, [unit])).filter((each) => each.follows === id)
    const toPoint = (point: VisitPoint) => viewOf(point, context.today)
    return done({
      id,
      today: context.today,
      unit: { id: unit, name: visit.unitName },
      round:
        visit.roundKey === null
          ? null
          : { key: visit.roundKey, title: { da: visit.roundDa ?? '', en: visit.roundEn ?? '' } },
      day,
      place: visit.place,
      state: visitState(visit),
      closedAt: visit.closedAt?.toISOString() ?? null,
      closedBy: visit.closedBy,
      cancelledReason: visit.cancelledReason,
      mayLead: mayAt(context, 'visit.lead', unit),
      participants: visit.participants,
      planVersion: visit.planVersion,
      agenda: visit.agenda,
      agendaVersion: visit.agendaVersion,
      minutes: visit.minutes,
      minutesVersion: visit.minutesVersion,
      earlierWordings: Math.max(0, wordingsOf(await listMinutesSaves(reader, id)).length - 1),
      points: (await listPointsOf(reader, id)).map(toPoint),
      earlier: (await listPointsBefore(reader, { unit, visit: id, day })).map(toPoint),
      follows: first === undefined ? null : { id: first.id, day: first.day },
      followedBy: later.map((each) => ({ id: each.id, day: each.day, state: visitState(each) })),
    })
  })
}

function viewOf(point: VisitPoint, today: string): Immutable<VisitPointView> {
  const { id, text, who, dueOn, version, day, outcome, outcomeNote, outcomeBy, outcomeAt } = point
  return {
    id,
    text,
    who,
    dueOn,
    version,
    day,
    overdue: outcome === null && dueOn !== null && dueOn < today,
    outcome,
    outcomeNote,
    outcomeBy,
    outcomeAt: outcomeAt?.toISOString() ?? null,
  }
}
