import { randomUUID } from 'node:crypto'
import { isRole } from '../../core/access/role.ts'
import { assignReviewers } from '../../core/review/assign-reviewers.ts'
import type { Level } from '../../core/programme/programme.ts'
import { findSeed, listStrata, publishSeed as savePublishedSeed, saveDrawn } from '../../storage/draw/draw.ts'
import { listFrozenFrame, type FrameRow } from '../../storage/draw/frame.ts'
import { getId, type ReviewId } from '../../storage/ids.ts'
import {
  listParticipants,
  listReviewers,
  saveReviews,
  type NewReview,
} from '../../storage/review/assignment.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findBelow, frozenRule, holdRoundLevel, orderFrame } from './level.ts'

/** Draws from the frozen frame and gives every drawn case to reviewers. */
export async function drawLevel(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<{ drawn: number; unassigned: number }>> {
  const granted = authorise(context, 'round.draw')
  if (!granted.ok) return granted
  return context.database.transaction(
    context.actor,
    async (tx) => {
      const found = await holdRoundLevel(tx.reader, roundKey, number)
      if (!found.ok) return found
      const { round, level, draw } = found.value
      if (round.state === 'closed') return refused('round-closed')
      if (draw === undefined) return refused('not-frozen')
      const seed = draw.drawnAt === null ? await findSeed(tx.reader, draw.id) : undefined
      if (seed === undefined) return refused('already-drawn')
      const detail = { round: roundKey, level: number }
      const reader = await tx.recordAccess({ act: 'draw', subjectKind: 'draw', subjectId: draw.id, detail })
      const frozen = await listFrozenFrame(reader, draw.id, false)
      const rule = frozenRule(found.value, draw, await findBelow(reader, round, draw))
      const ordered = orderFrame({ rows: frozen, rule }, seed)
      if (!ordered.ok) return ordered
      if (ordered.value.frameDigest !== draw.frameDigest)
        throw new Error(`the frozen frame of draw ${draw.id} no longer has its digest`)

      const drawnOf = new Map(
        ordered.value.strata.map(({ stratum, wanted, cases }) => [stratum, Math.min(wanted, cases.length)]),
      )
      // Of strata where all fell out nothing was frozen.
      const strata = (await listStrata(reader, draw.id)).map(({ stratum }) => ({
        stratum,
        drawn: drawnOf.get(stratum) ?? 0,
      }))
      const placed = ordered.value.strata.flatMap(({ wanted, cases }) =>
        cases.map(({ caseStage, key }, place) => ({
          caseStage,
          key,
          order: place + 1,
          drawn: place < wanted,
        })),
      )
      const writer = await tx.recordChange({
        room: 'draw',
        act: 'draw',
        subjectKind: 'draw',
        subjectId: draw.id,
        detail,
      })
      const cases = placed.map(({ caseStage, ...place }) => ({
        caseId: caseStage.caseId,
        stage: caseStage.stage,
        ...place,
      }))
      if (!(await saveDrawn(writer, draw.id, strata, cases, context.now))) return refused('already-drawn')
      const drawn = new Set(placed.flatMap((place) => (place.drawn ? [place.caseStage] : [])))
      const rows = frozen.filter(({ caseStage }) => drawn.has(caseStage))
      const reviews = await planReviews(reader, level, rows, context.today)
      await saveReviews(tx, writer, { round: round.id, level: number, draw: draw.id }, reviews)
      return done({
        drawn: reviews.length,
        unassigned: reviews.filter(({ assignedTo }) => assignedTo === null).length,
      })
    },
    { long: true },
  )
}

/** Who reviews what; nobody gets a case they took part in. */
export async function planReviews(
  reader: PersonalReader,
  level: Level,
  rows: readonly Pick<FrameRow, 'id' | 'unitId'>[],
  today: string,
): Promise<readonly NewReview[]> {
  const reviewers = await listReviewers(reader, level.reviewers.filter(isRole), today)
  const participants = await listParticipants(
    reader,
    rows.map(({ id }) => id),
  )
  const assignments = assignReviewers(
    rows.map(({ id, unitId }) => ({ unit: unitId, participants: participants.get(id) ?? new Set() })),
    reviewers,
    level.together,
  )
  const byId = new Map(reviewers.map(({ person }) => [person as string, person]))
  return rows.map(({ id, unitId }, i) => ({
    id: getId<ReviewId>(randomUUID()),
    caseStageId: id,
    unitId,
    assignedTo: byId.get(assignments[i]?.first ?? '') ?? null,
    assignedWith: byId.get(assignments[i]?.second ?? '') ?? null,
  }))
}

/** Makes the seed public, so that anyone with the frame can compute the draw again. */
export async function publishSeed(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<{ seed: string }>> {
  const granted = authorise(context, 'round.publish-seed')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await holdRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    const { draw } = found.value
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    if (draw.seedPublishedAt !== null) return refused('seed-already-published')
    const writer = await tx.recordChange({
      room: 'draw',
      act: 'publish-seed',
      subjectKind: 'draw',
      subjectId: draw.id,
      detail: { round: roundKey, level: number },
    })
    if (!(await savePublishedSeed(writer, draw.id, context.now))) return refused('seed-already-published')
    const seed = await findSeed(writer, draw.id)
    if (seed === undefined) throw new Error(`the published seed of draw ${draw.id} cannot be read`)
    return done({ seed: seed.toString('utf8') })
  })
}
