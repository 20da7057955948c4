import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import type { listMinutesWordings as wordingsRoute } from '../../contract/learning/visits.ts'
import { wordingsOf } from '../../core/learning/minutes-wordings.ts'
import type { VisitId } from '../../storage/ids.ts'
import { listMinutesSaves, listMinutesTexts } from '../../storage/learning/visit-minutes.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { findReadableVisit } from './open-visit.ts'

/** The newest of the earlier ones; what came before stays in the database. */
const mostShown = 50

type Wordings = Immutable<RouteOutput<typeof wordingsRoute>>

/** What a visit's minutes said before, the newest first: for whoever may read the minutes. */
export async function listMinutesWordings(context: Context, id: VisitId): Promise<Result<Wordings>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Wordings>> => {
    const readable = await findReadableVisit(context, tx, id)
    if (!readable.ok) return readable
    const reader = await tx.recordAccess({
      act: 'read-minutes-wordings',
      subjectKind: 'visit',
      subjectId: id,
    })
    const earlier = wordingsOf(await listMinutesSaves(reader, id)).slice(0, -1)
    const shown = earlier.toReversed().slice(0, mostShown)
    const texts = await listMinutesTexts(
      reader,
      id,
      shown.map(({ version }) => version),
    )
    return done({
      earlier: earlier.length,
      wordings: shown.map(({ version, name, at }) => ({
        version,
        text: texts.get(version) ?? '',
        by: name,
        at: at.toISOString(),
      })),
    })
  })
}
