import type { Programme } from '../../core/programme/programme.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { Context } from '../frame/context.ts'
import {
  figuresOfRound,
  listFinishedRounds,
  listSharedQuestions,
  type FinishedRound,
} from './finished-rounds.ts'
import type { AnalysisRoom, Opened } from './open-results.ts'
import type { CompositeFigure, QuestionFigure } from './round-figures.ts'

type Ready = Extract<Opened, { readonly state: 'ready' }>

export interface LastRound {
  readonly round: Round
  readonly question: (key: string, unit: string | null) => QuestionFigure | null
  readonly composite: (stage: string | null, unit: string | null) => CompositeFigure | null
}

/** The finished round before this one; null where there is none, where it is the baseline, or where it has no answers. */
export async function findLastRound(
  context: Context,
  room: AnalysisRoom,
  { round, baseline, programme }: Ready,
): Promise<LastRound | null | 'too-busy'> {
  const earlier = (await listFinishedRounds(context, programme.key)).filter(
    (one) => one.round.periodTo < round.periodTo && one.round.id !== round.id,
  )
  const last = earlier.toSorted((a, b) => a.round.periodTo.localeCompare(b.round.periodTo)).at(-1)
  if (last === undefined || last.round.id === baseline?.id) return null
  const shared = new Set(listSharedQuestions(programme, [last.programme]))
  const figures = await figuresOfRound(context, room, programme, last, [...shared])
  if (figures === null || figures === 'too-busy') return figures
  // This round's composites are made of every question of their stage; they are set beside such alone.
  const whole = stagesAskedAlike(programme, shared, last)
  return {
    round: last.round,
    question: (key, unit) =>
      figures.questions.find((row) => row.question === key && row.unit === unit) ?? null,
    composite: (stage, unit) =>
      whole(stage)
        ? (figures.composites.find((row) => row.stage === stage && row.unit === unit) ?? null)
        : null,
  }
}

function stagesAskedAlike(
  programme: Programme,
  shared: ReadonlySet<string>,
  { programme: then }: FinishedRound,
) {
  const alike = new Set(
    programme.stages
      .filter(({ key, questions }) => {
        const asked = then.stages.find((stage) => stage.key === key)?.questions.length
        return asked === questions.length && questions.every((question) => shared.has(question.key))
      })
      .map(({ key }) => key),
  )
  return (stage: string | null) =>
    stage === null ? alike.size === programme.stages.length : alike.has(stage)
}
