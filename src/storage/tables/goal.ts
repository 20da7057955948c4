import type { AimedFigure } from '../../core/learning/goal-figure.ts'
import type { GoalDoubt, GoalVerdict } from '../../core/learning/goal-judgement.ts'
import type { FourBoxId, GoalId, MunicipalityId, PersonId, RoundId, UnitId } from '../ids.ts'
import type { Default, Json } from './column.ts'

/** The figure that a goal was chosen from. */
export interface BaseFigure extends AimedFigure {
  /** What may be expected of it next time though nothing changes; null where that is not known. */
  readonly withoutChange: number | null
}

export interface GoalTable {
  municipality_id: Default<MunicipalityId>
  id: Default<GoalId>
  unit_id: UnitId
  programme_key: string
  stage_key: string | null
  question_key: string | null
  target_percent: number
  why: string | null
  base_round_id: RoundId
  base_figure: Json<BaseFigure>
  round_id: RoundId | null
  four_box_id: FourBoxId | null
  set_by: PersonId | null
  set_at: Date
  withdrawn_at: Date | null
  withdrawn_by: PersonId | null
  withdrawn_reason: string | null
}

export interface GoalJudgementTable {
  municipality_id: Default<MunicipalityId>
  goal_id: GoalId
  round_id: RoundId
  verdict: GoalVerdict
  reason: GoalDoubt | null
  figure: Json<AimedFigure> | null
  judged_at: Date
}
