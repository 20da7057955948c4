import { randomUUID } from 'node:crypto'
import { drawByRule } from '../../core/draw/draw-sample.ts'
import { saveCommitment } from '../../storage/draw/draw.ts'
import { getId, type DrawId } from '../../storage/ids.ts'
import type { RandomBytes } from '../access/session-token.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { holdRoundLevel, openFrame, orderFrame } from './level.ts'

export interface Digests {
  readonly frameDigest: string
  readonly seedDigest: string
}

/**
 * Freezes a level's frame with a fresh secret seed and publishes the digests of both, so that neither can be chosen
 * after the draw is known. The seed is 32 random bytes written as hex, so that it can be published as a text file.
 */
export async function freezeFrame(
  context: Context,
  roundKey: string,
  number: number,
  randomBytes: RandomBytes,
): Promise<Result<Digests>> {
  const granted = authorise(context, 'round.draw')
  if (!granted.ok) return granted
  return context.database.transaction(
    context.actor,
    async (tx) => {
      const found = await holdRoundLevel(tx.reader, roundKey, number)
      if (!found.ok) return found
      const { round, draw } = found.value
      if (round.state === 'closed') return refused('round-closed')
      if (draw !== undefined) return refused('already-frozen')
      const detail = { round: roundKey, level: number }
      const reader = await tx.recordAccess({ act: 'freeze-frame', subjectKind: 'frame', detail })
      const frame = await openFrame(reader, found.value)
      if (!frame.ok) return frame
      const seed = Buffer.from(Buffer.from(randomBytes(32)).toString('hex'))
      const ordered = orderFrame(frame.value, seed)
      if (!ordered.ok) return ordered
      const file = drawByRule(
        frame.value.rows.map(({ caseStage }) => caseStage),
        frame.value.rule,
        seed,
      )
      if (!file.ok) throw new Error('a frame that can be ordered can be drawn')
      const strata = new Map(
        ordered.value.strata.flatMap(({ stratum, cases }) =>
          cases.map(({ caseStage }) => [caseStage, stratum] as const),
        ),
      )
      const id = getId<DrawId>(randomUUID())
      const writer = await tx.recordChange({
        room: 'draw',
        act: 'freeze-frame',
        subjectKind: 'draw',
        subjectId: id,
        detail: { ...detail, frameDigest: file.value.frameDigest, seedDigest: file.value.seedDigest },
      })
      await saveCommitment(tx, writer, {
        id,
        round: round.id,
        file: file.value,
        seed,
        fromDrawId: frame.value.below?.id ?? null,
        committedBy: context.actor.personId,
        at: context.now,
        cases: frame.value.rows.flatMap((row) => {
          const stratum = strata.get(row.caseStage)
          return stratum === undefined ? [] : [{ ...row, stratum }]
        }),
      })
      return done({ frameDigest: file.value.frameDigest, seedDigest: file.value.seedDigest })
    },
    { long: true },
  )
}
