import type { CaseStage } from '../../core/registry/case-stage.ts'
import type { CaseStageId, DrawId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** A row of a frame with its ids here; of a frozen frame the unit of that day. */
export interface FrameRow {
  readonly id: CaseStageId
  readonly unitId: UnitId
  readonly caseStage: CaseStage
}

/** Case stages completed in a period (ISO days, both inclusive), by case id. */
export async function listFinishedStages(
  reader: PersonalReader,
  from: string,
  to: string,
): Promise<readonly FrameRow[]> {
  const rows = await reader.db
    .selectFrom('case_stage as c')
    .innerJoin('unit', 'unit.id', 'c.unit_id')
    .select([
      'c.id',
      'c.unit_id as unitId',
      'c.case_id as caseId',
      'c.stage',
      'unit.name as unit',
      'c.caseworker',
      'c.started',
      'c.completed',
      'c.attributes',
    ])
    .where('c.completed', '>=', from)
    .where('c.completed', '<=', to)
    .orderBy('c.case_id')
    .orderBy('c.stage')
    .execute()
  return rows.map(({ id, unitId, completed, ...rest }) => ({
    id,
    unitId,
    // The condition on `completed` leaves no row without it.
    caseStage: { ...rest, completed: completed ?? '' },
  }))
}

/** The rows a draw was frozen with, as they were then, by case id. `inForce` keeps the drawn, not replaced ones. */
export async function listFrozenFrame(
  reader: PersonalReader,
  draw: DrawId,
  inForce: boolean,
): Promise<readonly FrameRow[]> {
  let query = reader.db
    .selectFrom('draw_case')
    .select(['case_stage_id as id', 'unit_id as unitId', 'case_id as caseId', 'stage', 'content'])
    .where('draw_id', '=', draw)
    .orderBy('case_id')
    .orderBy('stage')
  if (inForce) query = query.where('status', '=', 'drawn')
  const rows = await query.execute()
  return rows.map(({ id, unitId, caseId, stage, content }) => ({
    id,
    unitId,
    caseStage: { caseId, stage, ...content },
  }))
}
