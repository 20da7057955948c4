import type { moveReviews as route, ReviewMove } from '../../contract/review/assignment.ts'
import type { RouteOutput } from '../../contract/frame/route.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { obstacleOf } from '../../core/review/obstacle.ts'
import { holdRound } from '../../storage/draw/round.ts'
import { findId, type PersonId } from '../../storage/ids.ts'
import { changeProgress } from '../../storage/review/assignment.ts'
import { holdOpenReview, saveReviewers, type ReviewToPass } from '../../storage/review/pass-on.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import type { RoundReview } from '../../storage/review/round-review.ts'
import type { Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { lacksSecond } from './get-assignment.ts'
import { readAssignmentData, readPlaces } from './assignment-data.ts'

type Outcome = RouteOutput<typeof route>
type Why = Outcome['stayed'][number]['why']

interface Moves {
  readonly moves: readonly ReviewMove[]
  readonly reason: string | null
}

/**
 * Gives reviews to others, one or many, all of one decision with one reason. What changed meanwhile, or what the person
 * chosen cannot take, stays where it is and is told; the rest moves. Nothing that was answered is lost: whoever takes
 * over goes on from there, and says first that they can judge the case independently.
 */
export async function moveReviews(
  context: Context,
  roundKey: string,
  { moves, reason }: Moves,
): Promise<Result<Outcome>> {
  if (moves.some(({ from }) => from !== null) && (reason === null || reason === ''))
    return refused('reason-needed')
  return context.database.transaction(context.actor, async (tx) => {
    const round = await holdRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    if (round.state === 'closed') return refused('round-closed')
    const subject = { subjectKind: 'round', subjectId: round.id, detail: { moves: moves.length } } as const
    const reader = await tx.recordAccess({ act: 'move-reviews', ...subject })
    const data = await readAssignmentData(context, reader, round)
    const known = new Map<string, RoundReview>(data.reviews.map((review) => [review.id, review]))
    // Whose right does not reach a review is not told that it exists.
    if (moves.some(({ review }) => !known.has(review))) return refused('not-found')
    const placeOf = await readPlaces(
      context,
      reader,
      [...known.values()].filter(({ id }) => moves.some(({ review }) => review === id)),
      data.absences,
    )
    const writer = await tx.recordChange({ room: 'review', act: 'move-reviews', ...subject })
    const stayed: { review: string; why: Why }[] = []
    let moved = 0
    // In one order, so that two who move the same reviews never wait for each other crosswise.
    for (const move of moves.toSorted((a, b) => (a.review < b.review ? -1 : 1))) {
      const review = known.get(move.review)
      if (review === undefined) throw new Error('the move was checked before')
      const held = await holdOpenReview(reader, review.id)
      const why = stayReason(move, review, held, data.programme)
      if (why !== null || held === undefined) {
        stayed.push({ review: move.review, why: why ?? 'submitted' })
        continue
      }
      const now = { ...review, assignedTo: held.assignedTo, assignedWith: held.assignedWith }
      const slot = move.from === null ? move.place : held.assignedWith === move.from ? 'second' : 'first'
      if (move.to === null) {
        await vacate(context, writer, held, {
          from: held[slot === 'first' ? 'assignedTo' : 'assignedWith'],
          reason,
        })
        moved += 1
        continue
      }
      const to = findId<PersonId>(move.to)
      const candidates = data.candidatesOf(review.level)
      if (to === undefined || !candidates.some(({ person }) => person === to)) {
        stayed.push({ review: move.review, why: 'not-reviewer' })
        continue
      }
      const obstacle = obstacleOf(to, candidates, placeOf(now, slot))
      if (obstacle !== null) {
        stayed.push({ review: move.review, why: obstacle })
        continue
      }
      await giveTo(context, writer, held, { to, slot, reason })
      moved += 1
    }
    return done({ moved, stayed })
  })
}

function stayReason(
  { from, place, to }: ReviewMove,
  review: RoundReview,
  held: ReviewToPass | undefined,
  programme: Programme,
): Why | null {
  if (review.state === 'submitted' || held === undefined) return 'submitted'
  const isEmpty = place === 'first' ? held.assignedTo === null : lacksSecond(held, programme)
  const holds = from === null ? isEmpty : held.assignedTo === from || held.assignedWith === from
  // Of one who reviews alone the place is given to somebody else, or the review written off.
  const alone = held.assignedTo === null || held.assignedWith === null
  if (to === null && (from === null || alone)) return 'changed'
  return holds ? null : 'changed'
}

/** Takes one of two out; whoever stays goes on with what both answered. */
async function vacate(
  context: Context,
  writer: Writer,
  held: ReviewToPass,
  { from, reason }: { readonly from: PersonId | null; readonly reason: string | null },
): Promise<void> {
  if (from === null) throw new Error('an empty place was to be taken out')
  const stays = held.assignedTo === from ? held.assignedWith : held.assignedTo
  await saveReviewers(writer, held.id, { first: stays, second: null })
  const by = context.actor.personId
  await saveReviewEvents(writer, [{ review: held.id, by, kind: 'moved', reason, detail: { from } }])
  if (from !== by)
    await notify(writer, {
      to: [from],
      kind: 'review-taken',
      subjectId: held.id,
      once: context.now.toISOString(),
    })
}

async function giveTo(
  context: Context,
  writer: Writer,
  held: ReviewToPass,
  {
    to,
    slot,
    reason,
  }: { readonly to: PersonId; readonly slot: 'first' | 'second'; readonly reason: string | null },
): Promise<void> {
  const from = slot === 'first' ? held.assignedTo : held.assignedWith
  await saveReviewers(writer, held.id, {
    first: slot === 'first' ? to : held.assignedTo,
    second: slot === 'second' ? to : held.assignedWith,
  })
  if (held.assignedTo === null)
    await changeProgress(writer, { round: held.roundId, level: held.level }, held.unitId, { assigned: 1 })
  await saveReviewEvents(writer, [
    {
      review: held.id,
      by: context.actor.personId,
      kind: from === null ? 'assigned' : 'moved',
      reason: reason === '' ? null : reason,
      detail: { to, ...(from !== null && { from }) },
    },
  ])
  // The same review may come back to somebody another day, and they must be told again.
  const once = context.now.toISOString()
  await notify(
    writer,
    { to: [to], kind: 'review-assigned', subjectId: held.id, once },
    ...(from === null || from === context.actor.personId
      ? []
      : [{ to: [from], kind: 'review-taken' as const, subjectId: held.id, once }]),
  )
}
