import type { CaseStageId, DrawId, PersonId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface Successor {
  readonly caseStageId: CaseStageId
  readonly caseId: string
  readonly stage: string
  readonly unitId: UnitId
}

/** A drawn case by its id and stage; undefined when it is not in force in this draw. */
export async function findInForce(
  reader: PersonalReader,
  draw: DrawId,
  caseId: string,
  stage: string,
): Promise<{ readonly caseStageId: CaseStageId; readonly stratum: string } | undefined> {
  return reader.db
    .selectFrom('draw_case')
    .select(['case_stage_id as caseStageId', 'stratum'])
    .where('draw_id', '=', draw)
    .where('case_id', '=', caseId)
    .where('stage', '=', stage)
    .where('status', '=', 'drawn')
    .executeTakeFirst()
}

/** The first of a stratum's reserve, by the order of the draw. */
export async function findNextInOrder(
  reader: PersonalReader,
  draw: DrawId,
  stratum: string,
): Promise<Successor | undefined> {
  return reader.db
    .selectFrom('draw_case')
    .select(['case_stage_id as caseStageId', 'case_id as caseId', 'stage', 'unit_id as unitId'])
    .where('draw_id', '=', draw)
    .where('stratum', '=', stratum)
    .where('status', '=', 'reserve')
    .orderBy('ord')
    .limit(1)
    .executeTakeFirst()
}

/** Takes a case out with its reason and the next one in. */
export async function saveReplacement(
  writer: Writer,
  draw: DrawId,
  replacement: {
    readonly out: CaseStageId
    readonly in: CaseStageId
    readonly reason: string
    readonly by: PersonId
    readonly at: Date
  },
): Promise<void> {
  await writer.db
    .updateTable('draw_case')
    .set({
      status: 'replaced',
      reason: replacement.reason,
      replaced_by: replacement.by,
      replaced_at: replacement.at,
    })
    .where('draw_id', '=', draw)
    .where('case_stage_id', '=', replacement.out)
    .where('status', '=', 'drawn')
    .execute()
  await writer.db
    .updateTable('draw_case')
    .set({ status: 'drawn' })
    .where('draw_id', '=', draw)
    .where('case_stage_id', '=', replacement.in)
    .where('status', '=', 'reserve')
    .execute()
}

/** Drawn or replaced by level and unit, for the page that shows whether the draw was fair. */
export async function listDrawnByUnit(
  reader: Reader,
  draw: DrawId,
): Promise<readonly { readonly unit: string; readonly eligible: number; readonly drawn: number }[]> {
  const rows = await reader.db
    .selectFrom('draw_case as d')
    .innerJoin('unit', 'unit.id', 'd.unit_id')
    .select(({ fn }) => [
      'unit.name as unit',
      fn.count<string>('d.case_stage_id').as('eligible'),
      fn.count<string>('d.case_stage_id').filterWhere('d.status', '=', 'drawn').as('drawn'),
    ])
    .where('d.draw_id', '=', draw)
    .groupBy('unit.name')
    .orderBy('unit.name')
    .execute()
  return rows
    .map(({ unit, eligible, drawn }) => ({ unit, eligible: Number(eligible), drawn: Number(drawn) }))
    .toSorted((a, b) => a.unit.localeCompare(b.unit, 'da'))
}
