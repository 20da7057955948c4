import type { Problem } from '../../core/language/problem.ts'
import type { ImportBatchId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'
import type { Difference, RefusedRow } from './staged-row.ts'

export interface SampleRow {
  readonly line: number
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly caseworker: string
  readonly started: string
  readonly completed: string | null
  readonly attributes: Readonly<Record<string, string>>
}

export interface ChangedRow {
  readonly line: number
  readonly caseId: string
  readonly stage: string
  readonly difference: Difference
}

/** The first new rows of a preview, by line. */
export async function listSample(
  reader: PersonalReader,
  batch: ImportBatchId,
  limit: number,
): Promise<readonly SampleRow[]> {
  const rows = await listRows(reader, batch, 'new', limit)
  const units = await reader.db.selectFrom('unit').select(['id', 'name']).orderBy('name').execute()
  return rows.map(({ line, content }) => {
    // Written by `stageRows`.
    const row = content as Omit<SampleRow, 'line' | 'unit' | 'caseId'> & { case_id: string; unit_id: string }
    const { stage, caseworker, started, completed, attributes } = row
    const unit = units.find(({ id }) => id === row.unit_id)?.name ?? ''
    return { line, caseId: row.case_id, stage, unit, caseworker, started, completed, attributes }
  })
}

/** The first changed rows of a preview, by line. */
export async function listChanged(
  reader: PersonalReader,
  batch: ImportBatchId,
  limit: number,
): Promise<readonly ChangedRow[]> {
  const rows = await listRows(reader, batch, 'changed', limit)
  return rows.map(({ line, content, difference }) => {
    // Written by `stageRows`.
    const { case_id: caseId, stage } = content as { case_id: string; stage: string }
    return { line, caseId, stage, difference: difference as Difference }
  })
}

/** The first refused rows of a preview, by line. */
export async function listRefused(
  reader: PersonalReader,
  batch: ImportBatchId,
  limit: number,
): Promise<readonly RefusedRow[]> {
  const rows = await listRows(reader, batch, 'refused', limit)
  // Written by `stageRefusedRows`.
  return rows.map(({ line, content }) => ({ line, ...(content as { problems: Problem[] }) }))
}

function listRows(
  reader: PersonalReader,
  batch: ImportBatchId,
  outcome: 'new' | 'changed' | 'refused',
  limit: number,
) {
  return reader.db
    .selectFrom('import_row')
    .select(['line', 'content', 'difference'])
    .where('batch_id', '=', batch)
    .where('outcome', '=', outcome)
    .orderBy('line')
    .limit(limit)
    .execute()
}
