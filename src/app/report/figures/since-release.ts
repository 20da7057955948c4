import type { SinceReleaseAnswer } from '../../../contract/report/figures.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { findRound } from '../../../storage/draw/round.ts'
import { countSince } from '../../../storage/report/since-release.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { openRelease } from '../releases/read-releases.ts'

/** What has happened to the data since the report was frozen: why its numbers may be others today. */
export async function readSinceRelease(
  context: Context,
  wanted: string,
): Promise<Result<Immutable<SinceReleaseAnswer>>> {
  const opened = await openRelease(context, wanted)
  if (!opened.ok) return opened
  const { release, events } = opened.value
  const frozen = release.digest === null ? undefined : events.findLast(({ step }) => step === 'hand-over')
  if (frozen === undefined) return refused('release-not-now')
  return context.database.transaction(context.actor, async ({ reader }) => {
    const round = await findRound(reader, release.round)
    if (round === undefined) throw new Error('a report of no round')
    const { id, baselineRoundId } = round
    const counts = await countSince(
      reader,
      baselineRoundId === null ? [id] : [id, baselineRoundId],
      frozen.at,
    )
    return done({ since: frozen.at.toISOString(), ...counts })
  })
}
