import type { Analysis } from '../../core/analysis/analysis.ts'
import { listSealingLevels, type SealedLevel } from '../../core/analysis/results-seal.ts'
import { listDataVersions } from '../../storage/analysis/submitted-review.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import { findRound, getRound, listProgress, type Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import type { Acting } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { analyseRound, type RoundToRead } from './analyse-round.ts'
import type { AnalysisCache } from './analysis-cache.ts'
import type { Calculator } from './calculator.ts'

export interface AnalysisRoom {
  readonly calculator: Calculator
  readonly cache: AnalysisCache
}

export type Opened = RoundToRead &
  (
    | {
        /** Everyone must wait until these levels are submitted. */
        readonly state: 'sealed'
        readonly waiting: readonly SealedLevel[]
      }
    | { readonly state: 'empty' }
    | { readonly state: 'ready'; readonly analysis: Analysis }
  )

/** A round's analysis, once it may be seen (`results-seal.ts`); computed when its data have changed. */
export async function openResults(
  context: Acting,
  room: AnalysisRoom,
  roundKey: string,
): Promise<Result<Opened>> {
  const found = await context.database.transaction(context.actor, async ({ reader }) => {
    const round = await findRound(reader, roundKey)
    if (round === undefined) return undefined
    const { id: versionId, programme } = await getProgrammeVersion(reader, round.programmeVersionId)
    const baseline = round.baselineRoundId === null ? null : await getRound(reader, round.baselineRoundId)
    const sealing = [
      ...(await listWaiting(reader, round)),
      ...(baseline === null ? [] : await listWaiting(reader, baseline)),
    ]
    const rounds = [round.id, ...(baseline === null ? [] : [baseline.id])]
    const versions = await listDataVersions(reader, rounds)
    const version = [versionId, ...rounds.flatMap((id) => [id, versions.get(id)])].join(' ')
    return { read: { round, baseline, programme }, sealing, version }
  })
  if (found === undefined) return refused('not-found')
  const { read, sealing, version } = found
  if (sealing.length > 0) return done({ ...read, state: 'sealed', waiting: sealing })
  const { municipalityId } = context.actor
  const computed = await room.cache.get({ municipalityId, roundId: read.round.id, version }, () =>
    analyseRound(context, room.calculator, read),
  )
  if (computed === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  if (computed === null) return done({ ...read, state: 'empty' })
  // Contradictions name cases, and while the round is open most of them are only reviews that are still to come.
  const analysis = read.round.state === 'closed' ? computed : { ...computed, contradictions: [] }
  return done({ ...read, state: 'ready', analysis })
}

/** The levels of a round that must still be submitted before anybody is told of its results; none: they are open. */
export async function listWaiting(reader: Reader, round: Round): Promise<readonly SealedLevel[]> {
  if (round.state === 'closed') return []
  const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  const draws = await listDraws(reader, round.id)
  const progress = await listProgress(reader, round.id)
  const levels = programme.levels.map(({ level }): SealedLevel => {
    const here = progress.filter((row) => row.level === level)
    return {
      level,
      drawn: draws.some((draw) => draw.level === level && draw.drawnAt !== null),
      reviews: here.reduce((sum, { drawn }) => sum + drawn, 0),
      submitted: here.reduce((sum, { submitted }) => sum + submitted, 0),
    }
  })
  const sealing = listSealingLevels({ roundState: round.state, levels })
  return levels.filter(({ level }) => sealing.includes(level))
}
