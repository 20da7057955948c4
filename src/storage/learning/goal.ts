import { sql } from 'kysely'
import type { Aim, AimedFigure } from '../../core/learning/goal-figure.ts'
import type { GoalDoubt, GoalVerdict } from '../../core/learning/goal-judgement.ts'
import type { FourBoxId, GoalId, PersonId, RoundId, UnitId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { BaseFigure } from '../tables/goal.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface StoredJudgement {
  readonly round: RoundId
  readonly verdict: GoalVerdict
  readonly reason: GoalDoubt | null
  readonly figure: AimedFigure | null
}

export interface Goal {
  readonly id: GoalId
  readonly unit: { readonly id: UnitId; readonly name: string }
  readonly aim: Aim
  readonly targetPercent: number
  readonly why: string | null
  readonly baseRound: RoundId
  readonly baseFigure: BaseFigure
  /** Null: the next one. */
  readonly round: RoundId | null
  readonly setBy: PersonId | null
  readonly setByName: string | null
  /** The four-box proposal it grew from, unless it was taken away. */
  readonly proposal: { readonly id: FourBoxId; readonly title: string } | null
  readonly setAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
  /** Null until a closed round has judged it. */
  readonly judgement: StoredJudgement | null
}

const mostListed = 500

function selectGoals(reader: Reader) {
  return reader.db
    .selectFrom('goal')
    .innerJoin('unit', 'unit.id', 'goal.unit_id')
    .leftJoin('person as setter', 'setter.id', 'goal.set_by')
    .leftJoin('goal_judgement as judged', 'judged.goal_id', 'goal.id')
    .leftJoin('four_box as grown', (join) =>
      join.onRef('grown.id', '=', 'goal.four_box_id').on('grown.withdrawn_at', 'is', null),
    )
    .select([
      'goal.id',
      'goal.unit_id as unitId',
      'unit.name as unitName',
      'goal.programme_key as programme',
      'goal.stage_key as stage',
      'goal.question_key as question',
      'goal.target_percent as targetPercent',
      'goal.why',
      'goal.base_round_id as baseRound',
      'goal.base_figure as baseFigure',
      'goal.round_id as round',
      'goal.set_by as setBy',
      'setter.name as setByName',
      'goal.set_at as setAt',
      'goal.withdrawn_at as withdrawnAt',
      'goal.withdrawn_reason as withdrawnReason',
      'judged.round_id as judgedRound',
      'judged.verdict',
      'judged.reason',
      'judged.figure',
      'grown.id as grownId',
      'grown.title as grownTitle',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectGoals>['execute']>>[number]

function toGoal(row: Row): Goal {
  const { unitId, unitName, programme, stage, question, judgedRound, verdict, reason, figure, ...others } =
    row
  const { grownId, grownTitle, ...rest } = others
  return {
    ...rest,
    unit: { id: unitId, name: unitName },
    aim: { programme, stage, question },
    proposal: grownId === null || grownTitle === null ? null : { id: grownId, title: grownTitle },
    judgement:
      judgedRound === null || verdict === null ? null : { round: judgedRound, verdict, reason, figure },
  }
}

/** Goals of all units, or of these; the newest first. */
export async function listGoals(reader: Reader, units: readonly UnitId[] | 'all'): Promise<readonly Goal[]> {
  if (units !== 'all' && units.length === 0) return []
  const rows = await selectGoals(reader)
    .$if(units !== 'all', (query) => query.where('goal.unit_id', 'in', units === 'all' ? [] : units))
    .orderBy('goal.set_at', 'desc')
    .orderBy('goal.id')
    .limit(mostListed)
    .execute()
  return rows.map(toGoal)
}

/** A unit's goals with what closed rounds have said of them, the newest first. */
export async function listUnitGoals(reader: Reader, unit: UnitId): Promise<readonly Goal[]> {
  return listGoals(reader, [unit])
}

export async function findGoal(reader: Reader, id: GoalId): Promise<Goal | undefined> {
  const row = await selectGoals(reader).where('goal.id', '=', id).executeTakeFirst()
  return row && toGoal(row)
}

/** Goals that are neither judged nor withdrawn, the oldest first. */
export async function listOpenGoals(reader: Reader): Promise<readonly Goal[]> {
  const rows = await selectGoals(reader)
    .where('goal.withdrawn_at', 'is', null)
    .where('judged.goal_id', 'is', null)
    .orderBy('goal.set_at')
    .orderBy('goal.id')
    .limit(mostListed)
    .execute()
  return rows.map(toGoal)
}

export interface NewGoal {
  readonly id: GoalId
  readonly unit: UnitId
  readonly aim: Aim
  readonly targetPercent: number
  readonly why: string | null
  readonly baseRound: RoundId
  readonly baseFigure: BaseFigure
  readonly round: RoundId | null
  readonly proposal: FourBoxId | null
  readonly by: PersonId | null
  readonly at: Date
}

export async function insertGoal(writer: Writer, goal: NewGoal): Promise<void> {
  const { id, unit, aim, targetPercent, why, baseRound, baseFigure, round, proposal, by, at } = goal
  await writer.db
    .insertInto('goal')
    .values({
      id,
      unit_id: unit,
      programme_key: aim.programme,
      stage_key: aim.stage,
      question_key: aim.question,
      target_percent: targetPercent,
      why,
      base_round_id: baseRound,
      base_figure: toJson(baseFigure),
      round_id: round,
      four_box_id: proposal,
      set_by: by,
      set_at: at,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
    .execute()
}

/** Holds the unit's goals until the transaction ends, so that two of the same are not set side by side. */
export async function holdGoalsOf(writer: Writer, unit: UnitId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tilsyn goals ${unit}`}, 0))`.execute(writer.db)
}

export async function saveGoalWithdrawal(
  writer: Writer,
  id: GoalId,
  { by, at, reason }: { readonly by: PersonId; readonly at: Date; readonly reason: string },
): Promise<void> {
  await writer.db
    .updateTable('goal')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Writes what a closed round says, unless another process did so first; true when it was this one. */
export async function saveGoalJudgement(
  writer: Writer,
  goal: GoalId,
  { round, verdict, reason, figure }: StoredJudgement,
  at: Date,
): Promise<boolean> {
  const written = await writer.db
    .insertInto('goal_judgement')
    .values({
      goal_id: goal,
      round_id: round,
      verdict,
      reason,
      figure: figure === null ? null : toJson(figure),
      judged_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('goal_id')
    .execute()
  return written.length > 0
}
