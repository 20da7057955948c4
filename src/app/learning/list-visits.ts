import type { RouteOutput } from '../../contract/frame/route.ts'
import type {
  listLearningUnits as unitsRoute,
  listVisits as visitsRoute,
} from '../../contract/learning/visits.ts'
import { visitState } from '../../core/learning/visit.ts'
import { visitsAround } from '../../core/learning/visits-around.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import type { UnitId } from '../../storage/ids.ts'
import { listVisits as list, type VisitRow } from '../../storage/learning/visit.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { mayAt, openUnit } from './learning-unit.ts'

/** The units within the caller's reach, each with the visit that comes next and the last that was held. */
export async function listLearningUnits(context: Context): Promise<Result<RouteOutput<typeof unitsRoute>>> {
  const reach = reachIn(context, 'learning.read')
  return context.database.transaction(context.actor, async ({ reader }) => {
    const within = reach.municipality ? undefined : reach.units
    const units = (await listUnits(reader)).filter(({ id }) => within === undefined || within.includes(id))
    const visits = await list(reader, within)
    return done({
      today: context.today,
      units: units
        .map(({ id, name }) => {
          const own = visits.filter(({ unit }) => unit === id)
          const { last, next, unnoted } = visitsAround(own, context.today)
          // One that nobody has noted comes before what lies ahead: it is to be seen to.
          const ahead = unnoted ?? next
          return {
            id,
            name,
            next: ahead && toRow(ahead),
            last: last && toRow(last),
            openPoints: own.reduce((sum, { openPoints }) => sum + openPoints, 0),
          }
        })
        .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    })
  })
}

export async function listVisits(
  context: Context,
  unitId: UnitId,
): Promise<Result<RouteOutput<typeof visitsRoute>>> {
  return context.database.transaction(
    context.actor,
    async ({ reader }): Promise<Result<RouteOutput<typeof visitsRoute>>> => {
      const unit = await openUnit(context, reader, unitId, 'learning.read')
      if (!unit.ok) return unit
      return done({
        today: context.today,
        unit: unit.value,
        mayLead: mayAt(context, 'visit.lead', unitId),
        visits: (await list(reader, [unitId])).map(toRow),
      })
    },
  )
}

function toRow(row: VisitRow) {
  const { id, unit, unitName, day, roundDa, roundEn, follows, points, openPoints } = row
  return {
    id,
    unit: { id: unit, name: unitName },
    day,
    state: visitState(row),
    round: roundDa === null || roundEn === null ? null : { da: roundDa, en: roundEn },
    followUp: follows !== null,
    points,
    openPoints,
  }
}
