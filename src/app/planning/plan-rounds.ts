import type { Plannable, RoundEvidenceAnswer } from '../../contract/planning/planning.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { evidenceOfRound } from '../../core/planning/evidence-of-round.ts'
import { listMeasuredTimes } from '../../storage/planning/measured-time.ts'
import { listProgrammeRounds } from '../../storage/planning/programme-rounds.ts'
import { findNewestProgramme } from '../../storage/programme/programme-version.ts'
import { openResults, type AnalysisRoom } from '../analysis/open-results.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** What a plan of a programme is made of. Tells no result: of rounds only that they are. */
export async function getPlannable(context: Context, key: string): Promise<Result<Immutable<Plannable>>> {
  const granted = authorise(context, 'round.plan')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const found = await findNewestProgramme(reader, key)
    if (found === undefined) return refused('not-found')
    const { programme } = found
    const rounds = await listProgrammeRounds(reader, key)
    return done({
      programme: { key: programme.key, version: programme.version, title: programme.title },
      stages: programme.stages.length,
      levels: programme.levels.map(({ level, title, from, minutes, comparison, selection }) => ({
        level,
        title,
        from: from ?? null,
        minutes,
        comparison,
        selection,
      })),
      rounds: rounds.map(({ titleDa, titleEn, ...rest }) => ({
        ...rest,
        title: { da: titleDa, en: titleEn },
      })),
    })
  })
}

/** What a round tells about the next, once its results may be seen (decision 0006). */
export async function getRoundEvidence(
  context: Context,
  room: AnalysisRoom,
  roundKey: string,
): Promise<Result<Immutable<RoundEvidenceAnswer>>> {
  const granted = authorise(context, 'round.plan')
  if (!granted.ok) return granted
  const opened = await openResults(context, room, roundKey)
  if (!opened.ok) return opened
  const { value } = opened
  if (value.state !== 'ready') return done({ state: value.state })
  const { round, analysis } = value
  const times = await context.database.transaction(context.actor, async (tx) => {
    await tx.recordAccess({
      act: 'plan-from-round',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { round: roundKey },
    })
    return listMeasuredTimes(tx.reader, round.id)
  })
  return done({ state: 'ready', evidence: evidenceOfRound(analysis, times) })
}
