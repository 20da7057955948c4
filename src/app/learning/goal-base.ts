import { showsCompliance } from '../../core/analysis/compliance.ts'
import type { AimedFigure } from '../../core/learning/goal-figure.ts'
import { expectedWithoutChange } from '../../core/learning/goal-without-change.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listDataVersions } from '../../storage/analysis/submitted-review.ts'
import type { Unit } from '../../storage/analysis/unit.ts'
import { figuresOfRound } from '../analysis/finished-rounds.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { RoundFigures } from '../analysis/round-figures.ts'
import type { Acting } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { allQuestions, figureOfAim } from './goal-figures.ts'
import { tooBusy } from './goal-read.ts'
import type { KnownRound } from './goal-rounds.ts'

/** What a closed round says of a unit; the look is on record. */
export async function loadGoalBase(
  context: Acting,
  room: AnalysisRoom,
  { round, programme }: KnownRound,
  unit: Unit,
): Promise<Result<RoundFigures>> {
  const version = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'read-results',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { round: round.key, unit: unit.id },
    })
    return (await listDataVersions(reader, [round.id])).get(round.id) ?? ''
  })
  const held = { round, programme, version }
  const figures = await figuresOfRound(context, room, programme, held, allQuestions(programme))
  if (figures === 'too-busy') return tooBusy
  return figures === null ? refused('round-without-answers') : done(figures)
}

export interface BaseOption {
  readonly stage: string | null
  readonly question: string | null
  readonly figure: AimedFigure
  readonly withoutChange: number | null
}

/** Everything that a unit's goal can be about, with what chance alone will do to it: figures are picked among their like. */
export function optionsOf(
  programme: Programme,
  figures: RoundFigures,
  unit: string | null,
): readonly BaseOption[] {
  const option = (stage: string | null, question: string | null) => {
    const figure = figureOfAim(figures, { stage, question }, unit)
    return figure === undefined || figure.share === null ? [] : [{ stage, question, figure }]
  }
  const all = option(null, null)
  const stages = programme.stages.flatMap(({ key }) => option(key, null))
  const questions = programme.stages.flatMap(({ key, questions: asked }) =>
    asked.filter(showsCompliance).flatMap((question) => option(key, question.key)),
  )
  return [all, stages, questions].flatMap((alike) =>
    alike.map((each) => ({
      ...each,
      withoutChange: expectedWithoutChange(
        each.figure,
        alike.map(({ figure }) => figure),
      ),
    })),
  )
}
