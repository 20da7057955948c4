import { toJson } from '../storage/tables/column.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import type { DemoCaseStage } from './casework.ts'

/** Children (numbers only: the demo has no names and no CPR numbers), case stages and who took part in them. */
export async function writeRegistry(
  tx: Transaction,
  writer: Writer,
  work: readonly DemoCaseStage[],
): Promise<void> {
  const children = new Map(work.map(({ childId, childExternalId }) => [childId, childExternalId]))
  await tx.copy(writer, 'child', ['id', 'external_id'], children)
  await tx.copy(
    writer,
    'case_stage',
    ['id', 'case_id', 'stage', 'unit_id', 'caseworker', 'child_id', 'started', 'completed', 'attributes'],
    work.map((each) => [
      each.id,
      each.caseId,
      each.stage,
      each.unit.id,
      each.caseworker.initials,
      each.childId,
      each.started,
      each.completed,
      toJson(each.attributes),
    ]),
  )
  await tx.copy(
    writer,
    'case_stage_participant',
    ['case_stage_id', 'caseworker', 'part', 'person_id'],
    work.flatMap(({ id, caseworker, helper }) => [
      [id, caseworker.initials, 'responsible', caseworker.id],
      ...(helper === null ? [] : [[id, helper.initials, 'took-part', helper.id]]),
    ]),
  )
}
