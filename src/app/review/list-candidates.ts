import type { Candidate } from '../../contract/review/assignment.ts'
import { obstacleOf, obstacles, type Obstacle } from '../../core/review/obstacle.ts'
import { awayOn } from '../../storage/access/absence.ts'
import { findRound } from '../../storage/draw/round.ts'
import type { PersonId } from '../../storage/ids.ts'
import { listLoads } from '../../storage/review/pass-on.ts'
import type { RoundReview } from '../../storage/review/round-review.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { lacksSecond } from './get-assignment.ts'
import { readAssignmentData, readPlaces, type Slot } from './assignment-data.ts'

/** Who can take these reviews. Why somebody is barred from one is not told: only that they cannot. */
export async function listCandidates(
  context: Context,
  roundKey: string,
  {
    reviews: ids,
    from,
    place,
  }: {
    readonly reviews: readonly string[]
    readonly from?: string | undefined
    readonly place?: Slot | undefined
  },
): Promise<Result<{ candidates: readonly Candidate[] }>> {
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'list-candidates',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { reviews: ids.length },
    })
    const data = await readAssignmentData(context, reader, round)
    const chosen = data.reviews.filter(
      (review) =>
        ids.includes(review.id) &&
        review.state !== 'submitted' &&
        (place !== 'second' || lacksSecond(review, data.programme)),
    )
    if (chosen.length === 0) return refused('not-found')
    const placeOf = await readPlaces(context, reader, chosen, data.absences)
    const loads = await listLoads(reader, round.id)
    const away = awayOn(data.absences, context.today)
    const people = new Set<PersonId>(
      chosen.flatMap(({ level }) => data.candidatesOf(level).map(({ person }) => person)),
    )
    const candidates = [...people].map((person): Candidate => {
      const why = chosen.map((review): Obstacle | null =>
        obstacleOf(person, data.candidatesOf(review.level), placeOf(review, place ?? slotOf(review, from))),
      )
      return {
        id: person,
        name: data.nameOf(person),
        open: loads.get(person) ?? 0,
        minutesLeft: data.reviews
          .filter((each) => each.state !== 'submitted' && isHeldBy(each, person))
          .reduce((sum, each) => sum + data.forecast(person, each).minutes, 0),
        away: away.has(person),
        can: why.filter((each) => each === null).length,
        cannot: obstacles
          .map((each) => ({ why: each, count: why.filter((found) => found === each).length }))
          .filter(({ count }) => count > 0),
      }
    })
    return done({
      candidates: candidates.toSorted(
        (a, b) => b.can - a.can || a.open - b.open || a.name.localeCompare(b.name, 'da'),
      ),
    })
  })
}

function isHeldBy({ assignedTo, assignedWith }: RoundReview, person: PersonId): boolean {
  return assignedTo === person || assignedWith === person
}

/** The place that is to be given: the one `from` holds, or the only one. */
function slotOf({ assignedWith }: RoundReview, from: string | undefined): Slot {
  return from !== undefined && assignedWith === from ? 'second' : 'first'
}
