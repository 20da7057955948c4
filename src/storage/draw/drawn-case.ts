import { sql } from 'kysely'
import type { DrawnCase } from '../../core/draw/draw-file.ts'
import type { DrawId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** A drawn or replaced case as the draw's page lists it. */
export interface ListedCase extends DrawnCase {
  readonly unit: string
  /** How far its review is. Null: it was drawn for the record only, without reviews. */
  readonly review: 'assigned' | 'in-progress' | 'submitted' | 'written-off' | null
}

/** As `listDrawnCases`, with unit and review; only the cases of `units` where these are given. */
export async function listCasesWithReviews(
  reader: PersonalReader,
  draw: DrawId,
  units: readonly UnitId[] | null,
): Promise<readonly ListedCase[]> {
  let query = reader.db
    .selectFrom('draw_case as d')
    .innerJoin('unit', 'unit.id', 'd.unit_id')
    .leftJoin('review as r', (join) =>
      join.onRef('r.draw_id', '=', 'd.draw_id').onRef('r.case_stage_id', '=', 'd.case_stage_id'),
    )
    .select([
      'd.case_id as caseId',
      'd.stage',
      'd.stratum',
      'd.key',
      'd.ord',
      'd.status',
      'd.reason',
      'unit.name as unit',
      'r.state as review',
    ])
    .where('d.draw_id', '=', draw)
    .where('d.status', 'in', ['drawn', 'replaced'])
    .orderBy(sql`d.stratum collate "C"`)
    .orderBy('d.ord')
  if (units !== null) query = query.where('d.unit_id', 'in', units)
  const rows = await query.execute()
  return rows.map(({ key, ord, status, ...rest }) => {
    if (key === null || ord === null || status === 'reserve') throw new Error('a drawn case has no place')
    return { ...rest, key, order: ord, status }
  })
}
