import type { Round, RoundSummary } from '../../contract/draw/rounds.ts'
import { levelSelection } from '../../core/draw/level-selection.ts'
import type { Level } from '../../core/programme/programme.ts'
import { listDraws, type DrawHead } from '../../storage/draw/draw.ts'
import * as rounds from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

export async function listRounds(context: Context): Promise<Result<{ rounds: readonly RoundSummary[] }>> {
  const granted = authorise(context, 'round.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const summaries: RoundSummary[] = []
    for (const round of await rounds.listRounds(reader)) {
      const progress = await rounds.listProgress(reader, round.id)
      summaries.push(await summarise(reader, round, progress))
    }
    return done({ rounds: summaries })
  })
}

export async function getRound(context: Context, key: string): Promise<Result<Round>> {
  const granted = authorise(context, 'round.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const round = await rounds.findRound(reader, key)
    if (round === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
    const draws = await listDraws(reader, round.id)
    const progress = await rounds.listProgress(reader, round.id)
    const irregularities = await rounds.listIrregularities(reader, round.id)
    return done({
      ...(await summarise(reader, round, progress)),
      programmeStatus: programme.status ?? null,
      openedAt: round.openedAt?.toISOString() ?? null,
      closedAt: round.closedAt?.toISOString() ?? null,
      levels: programme.levels.map((level) => {
        const draw = draws.find((candidate) => candidate.level === level.level)
        return {
          level: level.level,
          title: level.title,
          kind: levelSelection(programme, level).kind,
          from: level.from ?? null,
          state: levelState(level, draws),
          reviewers: [...level.reviewers],
          minutesEach: level.minutes,
          drawnAt: draw?.drawnAt?.toISOString() ?? null,
        }
      }),
      stages: programme.stages.map(({ key: stage, title }) => ({ key: stage, title })),
      progress: progress.map(({ unitId, unit, ...counts }) => ({
        ...counts,
        unit: { id: unitId, name: unit },
      })),
      irregularities: irregularities.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    })
  })
}

async function summarise(
  reader: Reader,
  round: rounds.Round,
  progress: readonly rounds.LevelProgress[],
): Promise<RoundSummary> {
  const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  return {
    key: round.key,
    title: { da: round.titleDa, en: round.titleEn },
    state: round.state,
    programme: { key: programme.key, version: programme.version, title: programme.title },
    periodFrom: round.periodFrom,
    periodTo: round.periodTo,
    baseline: round.baselineKey,
    drawn: progress.reduce((sum, { drawn }) => sum + drawn, 0),
    submitted: progress.reduce((sum, { submitted }) => sum + submitted, 0),
    writtenOff: progress.reduce((sum, { writtenOff }) => sum + writtenOff, 0),
  }
}

/** Which act comes next for a level. */
function levelState(level: Level, draws: readonly DrawHead[]): Round['levels'][number]['state'] {
  const own = draws.find((draw) => draw.level === level.level)
  if (own !== undefined) return drawState(own)
  const below = draws.find((draw) => draw.level === level.from)
  return level.from !== undefined && (below === undefined || below.drawnAt === null) ? 'waiting' : 'to-freeze'
}

export function drawState(draw: DrawHead): 'frozen' | 'drawn' | 'seed-published' {
  if (draw.drawnAt === null) return 'frozen'
  return draw.seedPublishedAt === null ? 'drawn' : 'seed-published'
}
