import { sql } from 'kysely'
import type { RoundId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** Whether a case in one of the round's frames is an anchor in another round that is not closed. */
export async function isSourceOfAnchors(reader: Reader, round: RoundId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from draw w
      join draw_case d on d.municipality_id = w.municipality_id and d.draw_id = w.id
      join anchor_case a on a.municipality_id = d.municipality_id and a.case_stage_id = d.case_stage_id
      join anchor_in_round i on i.municipality_id = a.municipality_id and i.anchor_id = a.id
      join round o on o.municipality_id = i.municipality_id and o.id = i.round_id
      where w.round_id = ${round} and o.id <> ${round} and o.state <> 'closed'
    ) as is`.execute(reader.db)
  return rows[0]?.is ?? true
}
