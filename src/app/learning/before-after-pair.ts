import type { Change, QuestionResult } from '../../core/analysis/analysis.ts'
import type { Comparison } from '../../core/learning/before-after-family.ts'
import { aimKey, type Aim, type AimedFigure } from '../../core/learning/goal-figure.ts'
import { expectedWithoutChange } from '../../core/learning/goal-without-change.ts'
import { getComparisonLevel } from '../../core/analysis/question-index.ts'
import { analyseRoundAtLevel } from '../analysis/analyse-round.ts'
import type { RoundPair } from '../analysis/analysis-cache.ts'
import type { FinishedRound } from '../analysis/finished-rounds.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'

/** Two finished rounds compared as the results page compares a round with its baseline. */
export async function pairOfRounds(
  context: Context,
  room: AnalysisRoom,
  before: FinishedRound,
  after: FinishedRound,
): Promise<RoundPair | null | 'too-busy'> {
  const key = {
    municipalityId: context.actor.municipalityId,
    roundId: after.round.id,
    version: [before, after].map(({ round, version }) => `${round.programmeVersionId} ${version}`).join(' '),
  }
  return await room.cache.getPair(key, before.round.id, async () => {
    const { round, programme } = after
    return await analyseRoundAtLevel(
      context,
      room.calculator,
      { round, programme, baseline: before.round },
      { level: getComparisonLevel(programme), units: false },
    )
  })
}

export interface PairedAim {
  readonly before: AimedFigure
  readonly after: AimedFigure
  readonly change: Change | null
  readonly withoutChange: number | null
  readonly comparison: Omit<Comparison, 'foreseen'> | null
}

/** What a pair says of an aim; undefined where the two rounds did not ask it alike, or one has no answer. */
export function findPaired(
  { composites, questions }: RoundPair,
  aim: Aim,
  rounds: readonly [FinishedRound, FinishedRound],
): PairedAim | undefined {
  const alike = aim.question === null ? composites.filter(({ stage }) => stage !== null) : questions
  const row =
    aim.question === null
      ? composites.find(({ stage }) => stage === aim.stage)
      : questions.find(({ question }) => question === aim.question)
  if (row === undefined || row.baseline === null) return undefined
  const [before, after] = [toFigure(row.baseline), toFigure(row)]
  if (before.share === null || after.share === null) return undefined
  const { change } = row
  const isPicked = aim.question !== null || aim.stage !== null
  const isAll = (side: AimedFigure) => side.share === 1
  const [countedBefore, countedAfter] = [before, after].map(
    ({ numerator, denominator }) => numerator / denominator,
  )
  return {
    before,
    after,
    change,
    withoutChange: isPicked
      ? expectedWithoutChange(
          before,
          alike.flatMap(({ baseline }) => baseline ?? []),
        )
      : null,
    comparison: change && {
      key: [aimKey(aim), ...rounds.map(({ round }) => round.id)].join('\t'),
      difference: change.difference,
      p: change.p,
      chanceOfSignal: change.chanceOfSignal,
      size: after.sample,
      beforeSize: before.sample,
      allCompliantBoth: isAll(before) && isAll(after),
      // A composite's test is of the weighted means themselves; a question's is of its counts.
      oneWay: aim.question === null || change.difference * ((countedAfter ?? 0) - (countedBefore ?? 0)) >= 0,
    },
  }
}

function toFigure(row: Omit<AimedFigure, 'sample'> & { readonly cases?: number | undefined }): AimedFigure {
  const { numerator, denominator, notApplicable, share, interval, method, cases } = row
  return { numerator, denominator, notApplicable, share, interval, method, sample: cases ?? denominator }
}

/** Fewer answers move too much by chance to be part of a mean. */
const enough = 10

/**
 * How the questions that nobody aimed at moved between the same rounds, on average. No comparison group, for they were not
 * chosen by lot; but where they moved as much, the initiative is not what moved the aim. Null when too few are left.
 */
export function changeOfOthers({ questions }: RoundPair, aims: readonly Aim[]) {
  const aimed = (row: QuestionResult) =>
    aims.some(({ stage, question }) =>
      question === null ? stage === null || stage === row.stage : question === row.question,
    )
  const others = questions.filter(
    (row) =>
      row.change !== null &&
      row.denominator >= enough &&
      (row.baseline?.denominator ?? 0) >= enough &&
      !aimed(row),
  )
  if (others.length < 5) return null
  const sum = others.reduce((total, { change }) => total + (change?.difference ?? 0), 0)
  return { questions: others.length, difference: sum / others.length }
}
