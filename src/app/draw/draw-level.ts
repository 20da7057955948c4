import { findSeed, listStrata, publishSeed as savePublishedSeed, saveDrawn } from '../../storage/draw/draw.ts'
import { listFrozenFrame } from '../../storage/draw/frame.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findAnchorsOf, giveReviews } from './give-anchors.ts'
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
      const { round, draw } = found.value
      if (round.state === 'closed') return refused('round-closed')
      if (draw === undefined) return refused('not-frozen')
      const seed = draw.drawnAt === null ? await findSeed(tx.reader, draw.id) : undefined
      if (seed === undefined) return refused('already-drawn')
      const detail = { round: roundKey, level: number }
      const reader = await tx.recordAccess({ act: 'draw', subjectKind: 'draw', subjectId: draw.id, detail })
      const anchors = await findAnchorsOf(reader, found.value)
      if (!anchors.ok) return anchors
      const frozen = await listFrozenFrame(reader, draw.id, false)
      const rule = frozenRule(found.value, draw, await findBelow(reader, round, draw))
      const stated = await listStrata(reader, draw.id)
      const ordered = orderFrame({ rows: frozen, rule }, seed, stated)
      if (!ordered.ok) return ordered
      if (ordered.value.frameDigest !== draw.frameDigest)
        throw new Error(`the frozen frame of draw ${draw.id} no longer has its digest`)

      const drawnOf = new Map(
        ordered.value.strata.map(({ stratum, wanted, cases }) => [stratum, Math.min(wanted, cases.length)]),
      )
      // Of strata where all fell out nothing was frozen.
      const strata = stated.map(({ stratum }) => ({
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
      const of = { ...found.value, draw }
      const given = await giveReviews(context, tx, { reader, writer }, of, {
        drawn: rows,
        named: anchors.value,
      })
      return done({
        drawn: given.drawn.length,
        unassigned: given.drawn.filter(({ assignedTo }) => assignedTo === null).length,
      })
    },
    { long: true },
  )
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
