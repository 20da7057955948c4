import type { ProposedMove, proposeBalance as route } from '../../contract/review/assignment.ts'
import type { RouteOutput } from '../../contract/frame/route.ts'
import { balance, type PlaceToBalance } from '../../core/review/balance.ts'
import { obstacleOf } from '../../core/review/obstacle.ts'
import { awayOn } from '../../storage/access/absence.ts'
import { findRound } from '../../storage/draw/round.ts'
import type { PersonId } from '../../storage/ids.ts'
import { listLoads } from '../../storage/review/pass-on.ts'
import type { RoundReview } from '../../storage/review/round-review.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { chosen, readAssignmentData, readPlaces, type AssignmentData, type Slot } from './assignment-data.ts'
import { mayStillReview } from './get-assignment.ts'

type Wanted = Readonly<Partial<Record<'unit' | 'leaving', string | undefined>>> & {
  readonly level?: number | undefined
}

/** A place as the proposal speaks of it. */
interface Held {
  readonly review: RoundReview
  readonly slot: Slot
  readonly holder: PersonId | null
  readonly why: ProposedMove['why']
}

/**
 * What would move if the open reviews were spread evenly: those that nobody has begun, those whose reviewer cannot do
 * them, and everything of whoever is leaving. Nothing is changed; the caller sends the moves they agree with.
 */
export async function proposeBalance(
  context: Context,
  roundKey: string,
  wanted: Wanted,
): Promise<Result<RouteOutput<typeof route>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    if (round.state === 'closed') return refused('round-closed')
    const reader = await tx.recordAccess({
      act: 'propose-balance',
      subjectKind: 'round',
      subjectId: round.id,
      detail: chosen(wanted),
    })
    const data = await readAssignmentData(context, reader, round)
    const open = data.reviews.filter(
      ({ state, level, unitId }) =>
        state !== 'submitted' &&
        (wanted.level === undefined || level === wanted.level) &&
        (wanted.unit === undefined || unitId === wanted.unit),
    )
    const placeOf = await readPlaces(context, reader, open, data.absences)
    const held = open.flatMap((review) => listHeld(context, data, review, wanted.leaving))
    const places = held.map(({ review, slot, holder, why }, i): PlaceToBalance => {
      const place = { ...placeOf(review, slot), holder: null }
      const candidates = data.candidatesOf(review.level)
      const roles = candidates.filter(({ person }) => person === holder).map(({ role }) => role)
      const able = new Set(
        candidates
          // Of two who review together each is replaced by somebody of the same role, so that they stay different.
          .filter(({ role }) => review.assignedWith === null || roles.length === 0 || roles.includes(role))
          .map(({ person }) => person)
          .filter((person) => person !== wanted.leaving && obstacleOf(person, candidates, place) === null),
      )
      if (holder !== null && why === 'even') able.add(holder)
      return { id: String(i), holder, able }
    })
    const now = await listLoads(reader, round.id)
    const beside = new Map<string, number>(now)
    for (const { holder } of held) if (holder !== null) beside.set(holder, (beside.get(holder) ?? 0) - 1)
    const moves = balance(places, beside).flatMap(({ id, to }): (ProposedMove & { readonly to: Named })[] => {
      const place = held[Number(id)]
      if (place === undefined) return []
      const { review, holder, why } = place
      return [
        {
          review: review.id,
          caseId: review.caseId,
          level: review.level,
          unit: review.unit,
          from: holder === null ? null : { id: holder, name: data.nameOf(holder) },
          to: { id: to, name: nameOf(data, review.level, to) },
          why,
        },
      ]
    })
    const people = new Map<string, Named>()
    for (const { level } of open)
      for (const { person } of data.candidatesOf(level))
        people.set(person, { id: person, name: data.nameOf(person) })
    for (const { from } of moves) if (from !== null) people.set(from.id, from)
    const count = (list: readonly (Named | null)[], id: string) =>
      list.filter((each) => each?.id === id).length
    const byId: ReadonlyMap<string, number> = now
    return done({
      moves,
      loads: [...people.values()]
        .map((person) => {
          const before = byId.get(person.id) ?? 0
          const came = count(
            moves.map(({ to }) => to),
            person.id,
          )
          const went = count(
            moves.map(({ from }) => from),
            person.id,
          )
          return { ...person, before, after: before + came - went }
        })
        .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
      stuck: places.filter(({ able }) => able.size === 0).length,
    })
  })
}

interface Named {
  readonly id: string
  readonly name: string
}

function nameOf(data: AssignmentData, level: number, id: string): string {
  const found = data.candidatesOf(level).find(({ person }) => person === id)
  return found === undefined ? '' : data.nameOf(found.person)
}

/** The places of a review that may move, and why. */
function listHeld(
  context: Context,
  data: AssignmentData,
  review: RoundReview,
  leaving: string | undefined,
): readonly Held[] {
  const { assignedTo, assignedWith, state, dueOn } = review
  if (assignedTo === null) return [{ review, slot: 'first', holder: null, why: 'unassigned' }]
  const day = dueOn === null || dueOn < context.today ? context.today : dueOn
  const away = awayOn(data.absences, day)
  const slots = [
    ['first', assignedTo],
    ['second', assignedWith],
  ] as const
  return slots.flatMap(([slot, holder]): readonly Held[] => {
    if (holder === null) return []
    if (holder === leaving) return [{ review, slot, holder, why: 'leaving' }]
    if (!mayStillReview(holder, review, data)) return [{ review, slot, holder, why: 'ended' }]
    if (away.has(holder)) return [{ review, slot, holder, why: 'away' }]
    // What somebody has begun, and what is not the caller's to give, stays.
    const own = data.candidatesOf(review.level).some(({ person }) => person === holder)
    return state === 'assigned' && own ? [{ review, slot, holder, why: 'even' }] : []
  })
}
