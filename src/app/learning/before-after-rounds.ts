import { getComparisonLevel } from '../../core/analysis/question-index.ts'
import { listIncomparable, listSeriesBreaks } from '../../core/analysis/series.ts'
import { sideOfStart, type CaseSpan, type Side } from '../../core/learning/before-after.ts'
import type { Aim, AimedFigure } from '../../core/learning/goal-figure.ts'
import type { RoundId } from '../../storage/ids.ts'
import { listKnownDays, listRoundSpans, type RoundSpan } from '../../storage/learning/before-after.ts'
import {
  figuresOfRound,
  listFinishedRounds,
  listSharedQuestions,
  type FinishedRound,
} from '../analysis/finished-rounds.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { allQuestions, figureOfAim, questionsOfAim } from './goal-figures.ts'

/** The finished rounds of a programme, oldest first, with when their cases ran. */
export interface ProgrammeRounds {
  readonly rounds: readonly FinishedRound[]
  readonly spans: readonly RoundSpan[]
  /** From which ISO day each one's results were open. */
  readonly knownDays: ReadonlyMap<RoundId, string>
}

export async function loadProgrammeRounds(context: Context, programme: string): Promise<ProgrammeRounds> {
  const rounds = await listFinishedRounds(context, programme)
  return await context.database.transaction(context.actor, async ({ reader }) => ({
    rounds,
    spans: await listRoundSpans(
      reader,
      rounds.map(({ round, programme: held }) => ({ id: round.id, level: getComparisonLevel(held) })),
    ),
    knownDays: await listKnownDays(
      reader,
      rounds.map(({ round }) => round.id),
    ),
  }))
}

/** When the cases behind an aim's figure ran: of one stage, or of all. */
function spanOfAim({ spans }: ProgrammeRounds, { round }: FinishedRound, { stage }: Aim): CaseSpan {
  const own = spans.filter((span) => span.round === round.id && (stage === null || span.stage === stage))
  const starts = own.flatMap(({ earliestStart }) => earliestStart ?? []).toSorted()
  const ends = own.flatMap(({ latestEnd }) => latestEnd ?? []).toSorted()
  return {
    cases: own.reduce((sum, { cases }) => sum + cases, 0),
    earliestStart: starts[0] ?? null,
    latestEnd: ends.at(-1) ?? null,
  }
}

export interface SidedRound {
  readonly held: FinishedRound
  readonly span: CaseSpan
  readonly side: Side
  readonly knownOn: string
}

export function sidesOfAim(known: ProgrammeRounds, aim: Aim, start: string): readonly SidedRound[] {
  return known.rounds.map((held) => {
    const span = spanOfAim(known, held, aim)
    const knownOn = known.knownDays.get(held.round.id)
    if (knownOn === undefined) throw new Error('a closed round whose results were never open')
    return { held, span, side: sideOfStart(span, start), knownOn }
  })
}

export interface SeriesPoint {
  readonly series: number
  readonly figure: AimedFigure | null
}

export interface AimSeries {
  /** One for each round. */
  readonly points: readonly SeriesPoint[]
  readonly questions: { readonly shared: number; readonly all: number }
}

/**
 * An aim's figure in every finished round. A question begins a new series where it was asked otherwise; a composite is made of
 * the questions that all rounds asked alike.
 */
export async function seriesOfAim(
  context: Context,
  room: AnalysisRoom,
  { rounds }: ProgrammeRounds,
  aim: Aim,
): Promise<AimSeries | 'too-busy'> {
  const newest = rounds.at(-1)
  if (newest === undefined) return { points: [], questions: { shared: 0, all: 0 } }
  const shared = listSharedQuestions(
    newest.programme,
    rounds.map(({ programme }) => programme),
  )
  const ofAim = questionsOfAim(newest.programme, aim)
  const inAim = new Set(ofAim)
  const points: SeriesPoint[] = []
  for (const [at, held] of rounds.entries()) {
    const asked = aim.question === null ? shared : allQuestions(held.programme)
    const figures = await figuresOfRound(context, room, held.programme, held, asked)
    if (figures === 'too-busy') return figures
    const last = points.at(-1)?.series ?? 1
    points.push({
      series: isNewSeries(rounds[at - 1], held, aim) ? last + 1 : last,
      figure: figures === null ? null : (figureOfAim(figures, aim, null) ?? null),
    })
  }
  const alike = aim.question === null ? shared.filter((key) => inAim.has(key)) : ofAim
  return { points, questions: { shared: alike.length, all: ofAim.length } }
}

function isNewSeries(
  before: FinishedRound | undefined,
  { programme }: FinishedRound,
  { question }: Aim,
): boolean {
  if (before === undefined) return false
  if (getComparisonLevel(programme) !== getComparisonLevel(before.programme)) return true
  if (question === null || programme.version === before.programme.version) return false
  return listIncomparable(listSeriesBreaks(programme, before.programme)).has(question)
}
