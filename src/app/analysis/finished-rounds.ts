import { getComparisonLevel } from '../../core/analysis/question-index.ts'
import { listIncomparable, listSeriesBreaks } from '../../core/analysis/series.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listDataVersions } from '../../storage/analysis/submitted-review.ts'
import { listRounds, type Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Acting } from '../frame/context.ts'
import type { AnalysisRoom } from './open-results.ts'
import { computeFigures, type RoundFigures } from './round-figures.ts'

/** Older rounds are left out of run charts: nobody reads ten years of quarters in one picture. */
const mostRounds = 40

/** A closed round of a programme, whichever version it was held by. Closed: no seal, and nothing changes any more. */
export interface FinishedRound {
  readonly round: Round
  readonly programme: Programme
  /** Of its data. */
  readonly version: string
}

/** The oldest first. */
export async function listFinishedRounds(
  context: Acting,
  programmeKey: string,
): Promise<readonly FinishedRound[]> {
  return await context.database.transaction(context.actor, async ({ reader }) => {
    const closed = (await listRounds(reader)).filter(({ state }) => state === 'closed')
    const rounds: { readonly round: Round; readonly programme: Programme }[] = []
    for (const round of closed) {
      const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
      if (programme.key === programmeKey && rounds.length < mostRounds) rounds.push({ round, programme })
    }
    const versions = await listDataVersions(
      reader,
      rounds.map(({ round }) => round.id),
    )
    return rounds.toReversed().map((one) => ({ ...one, version: versions.get(one.round.id) ?? '' }))
  })
}

/** Questions of the programme that every one of these versions asked in the same way. */
export function listSharedQuestions(programme: Programme, versions: readonly Programme[]): readonly string[] {
  const changed = new Set(
    versions
      .filter(({ version }) => version !== programme.version)
      .flatMap((earlier) => [...listIncomparable(listSeriesBreaks(programme, earlier))]),
  )
  return programme.stages.flatMap(({ questions }) =>
    questions.map(({ key }) => key).filter((key) => !changed.has(key)),
  )
}

/** A finished round's figures at the programme's comparison level, made of these questions; remembered. */
export async function figuresOfRound(
  context: Acting,
  room: AnalysisRoom,
  shown: Programme,
  { round, programme, version }: FinishedRound,
  questions: readonly string[],
): Promise<RoundFigures | null | 'too-busy'> {
  const level = getComparisonLevel(shown)
  const key = {
    municipalityId: context.actor.municipalityId,
    roundId: round.id,
    version: `${round.programmeVersionId} ${level} ${version}`,
  }
  return await room.cache.getFigures(key, questions, () =>
    computeFigures(context, room.calculator, { round, programme, level }, new Set(questions)),
  )
}
